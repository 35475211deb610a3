#!/usr/bin/env python3
"""Holds the faces of src/core and src/cli, their headers, as TAP: every function that is declared is defined, somebody else
calls it, and a comment says what it does.

usage: faces.py SOURCE_ROOT
"""
import pathlib
import re
import sys


def bare(path):
    """The text without comments and strings, line breaks kept."""
    text = path.read_text(encoding='utf-8')
    text = re.sub(r'/\*.*?\*/', lambda m: '\n' * m.group(0).count('\n'), text, flags=re.S)
    text = re.sub(r'//[^\n]*', '', text)
    return re.sub(r'"(\\.|[^"\\\n])*"', '""', text)


class Tree:
    def __init__(self, root):
        self.texts = {path: bare(path) for folder in ('src', 'tests')
                      for path in sorted((root / folder).glob('**/*.[ch]'))}
        self.headers = [path for path in self.texts if path.suffix == '.h'
                        and ('core' in path.parts or 'cli' in path.parts) and 'src' in path.parts]
        self.words = {path: re.findall(r'\b\w+\b', text) for path, text in self.texts.items()}
        self.counts = {path: {} for path in self.texts}
        for path, words in self.words.items():
            for word in words:
                self.counts[path][word] = self.counts[path].get(word, 0) + 1
        self.definitions = {}
        for path, text in self.texts.items():
            if 'src' in path.parts:
                for name in re.findall(r'^(?:[\w *]+[ *])?(bv_\w+) ?\([^;{}]*\)\n\{', text, re.M):
                    self.definitions.setdefault(name, path)
                # Made by a macro: G_DEFINE_QUARK (bv-value-error-quark, bv_value_error).
                for macro, body in re.findall(r'^(G_DEFINE_\w+) \(([^;{}]*?)\)', text, re.M):
                    for name in re.findall(r'\bbv_\w+', body):
                        for end in ('', '_quark', '_get_type'):
                            self.definitions.setdefault(name + end, path)

    def declarations(self):
        for path in self.headers:
            for name in re.findall(r'\b(bv_\w+) \(', self.texts[path]):
                yield path, name


def declared_is_defined(tree):
    for path, name in tree.declarations():
        if name not in tree.definitions:
            yield f'{path}: {name} () is declared and nowhere defined'


def public_is_called(tree):
    """Its definition is one use of its name; every other counts: a call, a function pointer, g_autoptr."""
    for path, name in tree.declarations():
        home = tree.definitions.get(name)
        if home is None or name.endswith(('_quark', '_get_type')):
            continue
        used = sum(counts.get(name, 0) for file, counts in tree.counts.items() if file != path)
        used += tree.counts[path][name] - 1  # the cleanup of g_autoptr, an inline function
        if home != path:
            used -= 1
        if used <= 0:
            yield f'{path}: {name} () is called by nobody'


def undocumented(text):
    """Names of the functions that no comment stands over.

    A comment covers the function below it. One that begins a run of lines (no empty line, no type in between) and names no
    function covers the run as far as the next comment: new, copy, free. Any other covers its own function alone.
    """
    begun, held = {}, set()
    for match in re.finditer(r'^ *(/\*.*?\*/|//[^\n]*)', text, re.M | re.S):
        first = text.count('\n', 0, match.start())
        begun[first] = re.match(r'/\*\*?[\s*]*bv_\w+:', match.group(1)) is None
        held.update(range(first, text.count('\n', 0, match.end()) + 1))
    is_run, covers_one, covers_run = False, False, False
    for number, line in enumerate(text.split('\n')):
        if number in begun:
            is_run, covers_one, covers_run = True, True, not is_run and begun[number]
        elif number in held:
            continue
        elif not line.strip() or line.startswith(('#', 'typedef', 'struct', 'enum', '}', '{')):
            is_run = covers_one = covers_run = False
        else:
            is_run = True
            match = re.match(r'(?!G_)(?:[\w *]+[ *])?(bv_\w+) \(', line)
            if match is None:
                continue
            if not covers_one and not covers_run and not match[1].endswith(('_quark', '_get_type')):
                yield match[1]
            covers_one = False


def public_is_documented(tree):
    for path in tree.headers:
        for name in undocumented(path.read_text(encoding='utf-8')):
            yield f'{path}: {name} () has no comment'


def main(argv):
    tree = Tree(pathlib.Path(argv[1]))
    checks = [declared_is_defined, public_is_called, public_is_documented]
    failed = False
    print(f'1..{len(checks)}')
    for number, check in enumerate(checks, 1):
        findings = sorted(set(check(tree)))
        failed = failed or bool(findings)
        print(f"{'not ok' if findings else 'ok'} {number} {check.__name__}")
        for finding in findings:
            print(f'# {finding}')
    return 1 if failed else 0


sys.exit(main(sys.argv))
