#!/usr/bin/env python3
"""Counts the cases of a Meson test run, TAP cases one by one, and ends with 'N passed, N failed'.

A program that died, timed out or ran nothing counts as failed, whatever its cases said.
"""
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ET


def main(path):
    passed = failed = 0
    told = set()
    with open(path, encoding="utf-8", errors="replace") as log:
        # What a test prints stands in the log as it is, control characters included.
        text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", log.read())
    for suite in ET.fromstring(text.encode()).iter("testsuite"):
        for case in suite.findall("testcase"):
            bad = [child for child in case if child.tag in ("failure", "error", "skipped")]
            if bad:
                failed += 1
                told |= {case.get("name"), suite.get("name").partition(".")[2]}
                print(f"failed: {suite.get('name')} {case.get('name')}", file=sys.stderr)
            else:
                passed += 1
    # A program that dies after some cases leaves only those in the XML; how it ended stands in the other log.
    for line in pathlib.Path(path).with_name("testlog.json").read_text(encoding="utf-8").splitlines():
        run = json.loads(line)
        if run["result"] not in ("OK", "EXPECTEDFAIL") and run["name"] not in told:
            failed += 1
            print(f"failed: {run['name']}: {run['result']}", file=sys.stderr)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


sys.exit(main(sys.argv[1]))
