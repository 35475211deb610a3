#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every table and column that the history keeps is told in words, and no words are left of what is gone, as TAP.

The schema is that of the steps in data/schema; the words are the two tables of src/core/documents/bv-audit.c. What they
make of a value is tested in test-audit.c.

usage: test-audit-words.py SOURCE_ROOT
"""
import pathlib
import re
import sqlite3
import sys

ROOT = pathlib.Path(sys.argv[1])
SOURCE = (ROOT / 'src/core/documents/bv-audit.c').read_text(encoding='utf-8')
# What is made anew from the rest is in no act, nor is the history itself.
SILENT = ('derived_', 'history')


def rows(name):
    """The members of each row of the C table @name: text, or None for NULL."""
    body = re.search(name + r'\[\] = \{\n(.*?)\n\};', SOURCE, re.S).group(1)
    for row in re.findall(r'^  \{ (.*?) \},$', body, re.S | re.M):
        yield [text or None for text in re.findall(r'"((?:[^"\\]|\\.)*)"|\bNULL\b', row)]


def schema():
    """{table: its columns}, of a file that all steps made."""
    file = sqlite3.connect(':memory:')
    for step in sorted((ROOT / 'data/schema').glob('[0-9]*.sql')):
        file.executescript(step.read_text(encoding='utf-8'))
    names = [name for name, in file.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
    return {name: [row[1] for row in file.execute(f'PRAGMA table_info ("{name}")')]
            for name in names if not name.startswith(SILENT)}


TABLES = schema()
TABLE_WORDS = [row[0] for row in rows('table_words')]
COLUMN_WORDS = [(row[0], row[1]) for row in rows('column_words')]
count = 0


def check(name, wrong):
    global count
    count += 1
    print(('not ok' if wrong else 'ok'), count, '-', name)
    for line in wrong:
        print('#', line)


def fits(words, table, column):
    return words[1] == column and words[0] in (None, table)


check('the words were found', [] if len(TABLE_WORDS) > 30 and len(COLUMN_WORDS) > 100 and len(TABLES) > 30
      else [f'{len(TABLE_WORDS)} tables and {len(COLUMN_WORDS)} columns in words, {len(TABLES)} tables'])
check('every table has words', [table for table in TABLES if table not in TABLE_WORDS])
check('every column has words',
      [f'{table}.{column}' for table, columns in TABLES.items() for column in columns
       if not any(fits(words, table, column) for words in COLUMN_WORDS)])
check('no words for a table that is not there', [table for table in TABLE_WORDS if table not in TABLES])
check('no words that never count',
      [f'{words[0] or "any"}.{words[1]}' for i, words in enumerate(COLUMN_WORDS)
       if not any(next((j for j, other in enumerate(COLUMN_WORDS) if fits(other, table, column)), None) == i
                  for table, columns in TABLES.items() for column in columns)])
print(f'1..{count}')
