#!/usr/bin/env python3
"""Counts the cases of a Meson test run, TAP cases one by one, and ends with 'N passed, N failed'.

A program that died, timed out or ran nothing counts as failed, whatever its cases said.
"""
import re
import sys
import xml.etree.ElementTree as ET


def main(path):
    passed = failed = 0
    with open(path, encoding="utf-8", errors="replace") as log:
        # What a test prints stands in the log as it is, control characters included.
        text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", log.read())
    for suite in ET.fromstring(text.encode()).iter("testsuite"):
        for case in suite.findall("testcase"):
            bad = [child for child in case if child.tag in ("failure", "error", "skipped")]
            if bad:
                failed += 1
                print(f"failed: {suite.get('name')} {case.get('name')}", file=sys.stderr)
            else:
                passed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


sys.exit(main(sys.argv[1]))
