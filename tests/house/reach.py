#!/usr/bin/env python3
"""Holds that whatever changes data can be done from the command line, as TAP: every public function of
src/core that is an act of its own (it may give back the id of an act) is called in src/cli, or stands below
with the reason why it need not be.

usage: reach.py SOURCE_ROOT
"""
import pathlib
import re
import sys

# What another way of the command line does as well, and which.
BY_ANOTHER_WAY = {
    'bv_evidence_add_act': '“evidence add” adds several papers as one act by bv_evidence_add',
    'bv_initiative_set_marks_act': '“initiative score” writes the sheet of one examiner whole',
    'bv_rating_save_act': '“rating set” rates several subjects as one act by bv_rating_save',
    'bv_rating_set_grade_act': 'likewise',
    'bv_rating_set_points_act': 'likewise',
    'bv_conflicts_find_act': 'looks for the act that stands in the way of an undo; changes nothing',
    'bv_grid_write': '“indicator plan” and “indicator record” write single figures',
    'bv_registration_step_act': 'bv_registration_steps_act of one sheet',
}
DECLARATION = re.compile(r'\b(bv_[a-z0-9_]+) \(([^;{}]*?)\)\s*;', re.DOTALL)


def list_acts(core):
    for path in sorted(core.glob('**/*.h')):
        if path.stem.endswith('-private'):
            continue
        for name, parameters in DECLARATION.findall(path.read_text(encoding='utf-8')):
            if name.endswith('_act') or re.search(r'\*act_id\b', parameters):
                yield name, path.relative_to(core)


def main(argv):
    src = pathlib.Path(argv[1]) / 'src'
    calls = set(re.findall(r'\b(bv_[a-z0-9_]+)',
                           '\n'.join(p.read_text(encoding='utf-8') for p in sorted((src / 'cli').glob('*.c')))))
    acts = dict(list_acts(src / 'core'))
    missing = [f'{acts[name]}: {name} () cannot be reached from bangvang-cli'
               for name in sorted(acts) if name not in calls and name not in BY_ANOTHER_WAY]
    idle = [f'{name} is no exception: ' + ('bangvang-cli calls it' if name in calls else 'there is no such act')
            for name in sorted(BY_ANOTHER_WAY) if name in calls or name not in acts]
    few = [] if len(acts) > 100 else [f'only {len(acts)} acts were found: the headers are read wrongly']
    print('1..3')
    return max([tell(1, 'acts_from_the_command_line', missing), tell(2, 'exceptions_are_needed', idle),
                tell(3, 'acts_are_found', few)])


def tell(number, name, findings):
    print(f"{'not ok' if findings else 'ok'} {number} {name}")
    for finding in findings:
        print(f'# {finding}')
    return 1 if findings else 0


sys.exit(main(sys.argv))
