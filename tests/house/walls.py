#!/usr/bin/env python3
"""Holds the walls of the house, as TAP: who includes whom, where SQL and GTK may stand, how long a
file may grow, and that every header compiles alone.

usage: walls.py SOURCE_ROOT [BUILD_ROOT]   (without BUILD_ROOT the headers are not compiled)
"""
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

CORE = {
    'base': set(),
    'store': {'base'},
    'office': {'store', 'base'},
    'movement': {'office', 'store', 'base'},
    'merit': {'office', 'store', 'base'},
    'drawing': {'base'},
    'documents': {'drawing', 'movement', 'merit', 'office', 'store', 'base'},
    'exchange': {'movement', 'merit', 'office', 'store', 'base'},
}
SQL = re.compile(r'"\s*(SELECT|INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|PRAGMA)\s')
LIMIT = 800


def text(path):
    return path.read_text(encoding='utf-8')


def includes(path):
    return re.findall(r'#\s*include\s*[<"]([^>"]+)[>"]', text(path))


def core_arrows(src):
    for folder, allowed in CORE.items():
        for path in sorted((src / 'core' / folder).glob('**/*.[ch]')):
            for name in includes(path):
                top = name.split('/')[0]
                if top in CORE and top != folder and top not in allowed:
                    yield f'{path}: {folder}/ may not include {name}'


def core_without_gtk(src):
    for folder in ('core', 'cli'):
        for path in sorted((src / folder).glob('**/*.[ch]')):
            for name in includes(path):
                if re.match(r'(gtk/|gdk/|gsk/|adwaita|poppler)', name):
                    yield f'{path}: includes {name}'


def sqlite_in_the_store(src):
    for path in sorted(src.glob('**/*.[ch]')):
        if path.parts[-2] != 'store' and 'sqlite3.h' in includes(path):
            yield f'{path}: includes sqlite3.h'


def sql_in_the_core(src):
    for folder in ('app', 'cli'):
        for path in sorted((src / folder).glob('**/*.[ch]')):
            for number, line in enumerate(text(path).splitlines(), 1):
                if SQL.search(line):
                    yield f'{path}:{number}: SQL outside the core'


def short_files(src):
    for path in sorted(src.glob('**/*.[ch]')):
        lines = text(path).count('\n')
        if lines > LIMIT:
            yield f'{path}: {lines} lines, more than {LIMIT}'


def headed_files(src):
    for path in sorted(src.glob('**/*.[ch]')):
        if 'SPDX-License-Identifier: GPL-3.0-or-later' not in text(path).splitlines()[0]:
            yield f'{path}: no licence line at the top'


def headers_alone(src, build):
    commands = json.loads(text(build / 'compile_commands.json'))
    for folder in ('core', 'app'):
        model = next((c for c in commands if f'/src/{folder}/' in f"/{c['file']}".replace('../', '/')), None)
        if model is None:
            continue
        flags = [f for f in shlex.split(model['command'])[1:]
                 if f.startswith(('-I', '-D', '-std', '-pthread', '-f', '-W', '-m'))]

        def compile_header(path, flags=flags, directory=model['directory']):
            return subprocess.run(
                ['cc', *flags, '-Werror', '-fdiagnostics-color=never', '-fsyntax-only', '-x', 'c',
                 str(path.resolve())],
                cwd=directory, capture_output=True, text=True, check=False)

        paths = sorted((src / folder).glob('**/*.h'))
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            results = list(pool.map(compile_header, paths))
        for path, result in zip(paths, results):
            errors = [l for l in result.stderr.splitlines() if 'pragma once in main file' not in l
                      and ('error:' in l or 'warning:' in l)]
            if errors:
                yield f'{path}: {errors[0]}'


def main(argv):
    src = pathlib.Path(argv[1]) / 'src'
    checks = [core_arrows, core_without_gtk, sqlite_in_the_store, sql_in_the_core, short_files,
              headed_files]
    print(f'1..{len(checks) + (len(argv) > 2)}')
    failed = 0
    number = 0
    for number, check in enumerate(checks, 1):
        failed += tell(number, check.__name__, list(check(src)))
    if len(argv) > 2:
        failed += tell(number + 1, 'headers_alone',
                       list(headers_alone(src, pathlib.Path(argv[2]))))
    return 1 if failed else 0


def tell(number, name, findings):
    print(f"{'not ok' if findings else 'ok'} {number} {name}")
    for finding in findings:
        print(f'# {finding}')
    return bool(findings)


sys.exit(main(sys.argv))
