#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every regime file against data/regimes/regime.schema.json, as TAP; and that the schema refuses what the loader
refuses. The loader's own words are tested in test-regime.c.

usage: test-schema.py SOURCE_ROOT
"""
import copy
import json
import pathlib
import sys

import jsonschema

ROOT = pathlib.Path(sys.argv[1])
SCHEMA = json.loads((ROOT / 'data/regimes/regime.schema.json').read_text(encoding='utf-8'))
CHECK = jsonschema.Draft202012Validator(SCHEMA)


def load(path):
    return json.loads(path.read_text(encoding='utf-8'))


def problems(document):
    return [f'{list(e.absolute_path)}: {e.message[:160]}' for e in CHECK.iter_errors(document)]


def first(document, kind):
    """The first condition of a kind, wherever it stands."""
    if isinstance(document, dict):
        if document.get('kind') == kind and 'text' in document:
            return document
        document = list(document.values())
    if isinstance(document, list):
        for member in document:
            found = first(member, kind)
            if found is not None:
                return found
    return None


def broken(base):
    """A name and a copy of @base with one defect."""
    def of(kind, change):
        document = copy.deepcopy(base)
        change(first(document, kind))
        return document

    yield 'an unknown kind', of('rating', lambda c: c.update(kind='magic'))
    yield 'a condition without article', of('rating', lambda c: c.pop('article'))
    yield 'a condition without verified', of('award', lambda c: c.pop('verified'))
    yield 'a member of another kind', of('rating', lambda c: c.update(awards=['LDTT']))
    yield 'a misspelt member', of('award', lambda c: c.update(counts=3))
    yield 'a missing member', of('member_share', lambda c: c.pop('fraction'))
    yield 'a number as share', of('member_share', lambda c: c.update(fraction=0.7))
    yield 'a share in words', of('member_share', lambda c: c.update(fraction='70 of 100'))
    yield 'an unknown grade', of('rating', lambda c: c.update(grade='A'))
    yield 'no conditions inside', of('any', lambda c: c.update(of=[]))
    document = copy.deepcopy(base)
    document['awards'][0]['paths'][0]['unit_kinds'] = ['province']
    yield 'a way open to an unknown kind of unit', document
    document = copy.deepcopy(base)
    document['awards'][0]['paths'][0]['workplaces'] = []
    yield 'a way open to people of nowhere', document
    document = copy.deepcopy(base)
    document['awards'][0].pop('article')
    yield 'an award without article', document
    document = copy.deepcopy(base)
    document.pop('from')
    yield 'a regime without dates', document
    document = copy.deepcopy(base)
    document['colour'] = 'red'
    yield 'an unknown member', document


def main():
    results = []
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    files = sorted((ROOT / 'data/regimes').glob('luat-*.json'))
    own = sorted((ROOT / 'tests/fixtures/regimes').glob('*.json'))
    results.append((len(files) >= 4 and len(own) >= 2, 'there are regimes to check', []))
    for path in files + own:
        found = problems(load(path))
        results.append((not found, path.name, found))
    listed = (ROOT / 'data/bangvang-core.gresource.xml').read_text(encoding='utf-8')
    for path in files:
        results.append((f'regimes/{path.name}' in listed, f'{path.name} is compiled in', []))
    for name, document in broken(load(ROOT / 'data/regimes/luat-2022-nd98.json')):
        results.append((bool(problems(document)), f'refused: {name}', []))

    print(f'1..{len(results)}')
    for number, (ok, name, notes) in enumerate(results, 1):
        print(f'{"ok" if ok else "not ok"} {number} {name}')
        for note in notes[:10]:
            print(f'# {note}')
    return 0 if all(ok for ok, _, _ in results) else 1


sys.exit(main())
