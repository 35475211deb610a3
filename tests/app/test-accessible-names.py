#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader finds, over its own bus: on every page of the window each button, entry, choice and
list has a name. Run inside dbus-run-session and xvfb-run.

Usage: test-accessible-names.py BANGVANG BANGVANG-CLI
"""

import collections
import os
import re
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 15  # seconds for one step; a step takes a tenth of one
NAMED = {
    Atspi.Role.PUSH_BUTTON,
    Atspi.Role.TOGGLE_BUTTON,
    Atspi.Role.CHECK_BOX,
    Atspi.Role.RADIO_BUTTON,
    Atspi.Role.COMBO_BOX,
    Atspi.Role.ENTRY,
    Atspi.Role.TEXT,
    Atspi.Role.SPIN_BUTTON,
    Atspi.Role.TABLE,
    Atspi.Role.TREE_TABLE,
    Atspi.Role.SLIDER,
}


CELLS = {Atspi.Role.TABLE_ROW, Atspi.Role.TABLE_CELL, Atspi.Role.TREE_ITEM}


def visible(node):
    """Every node below that is not hidden, with its name and that of its parent."""
    stack = [(node, "")]
    while stack:
        node, above = stack.pop()
        try:
            if not node.get_state_set().contains(Atspi.StateType.VISIBLE):
                continue
            name = node.get_name() or ""
            is_deep = node.get_role() not in CELLS
            children = [node.get_child_at_index(i) for i in range(node.get_child_count() * is_deep)]
        except GLib.Error:  # gone meanwhile
            continue
        yield node, name, above
        stack += [(child, name) for child in reversed(children) if child is not None]


def wait(what, look):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.05)
    raise TimeoutError(what)


def find_window(pid):
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(i)
        try:
            if application is not None and application.get_process_id() == pid:
                return application.get_child_at_index(0)
        except GLib.Error:
            pass
    return None


# As the interface calls the list of pages, in both its languages.
SIDEBAR = ("Pages", "Các trang")


def find_sidebar(window):
    for node, name, _above in visible(window):
        if node.get_role() == Atspi.Role.LIST and name in SIDEBAR and node.get_child_count() >= 5:
            return node
    return None


def is_name(text):
    """Whether it says something: GTK 4.8 falls back on the name of the class."""
    return text.strip() != "" and re.match("(Gtk|Adw|Bv)[A-Z]", text) is None


def describe(node):
    """What it is, with what a tooltip says of it, and where it stands."""
    words = [node.get_role_name(), node.get_description() or "-"]
    parent = node.get_parent()
    beside = [parent.get_child_at_index(i) for i in range(parent.get_child_count())]
    near = [one.get_name() for one in beside if one is not None and is_name(one.get_name() or "")]
    words += ["beside " + name for name in near[:2]]
    while parent is not None and len(words) < 7:
        if is_name(parent.get_name() or ""):
            words.append("in " + parent.get_name())
        parent = parent.get_parent()
    return ", ".join(words)


def rows(sidebar):
    children = [sidebar.get_child_at_index(i) for i in range(sidebar.get_child_count())]
    return [child for child in children if child.get_role() == Atspi.Role.LIST_ITEM]


def visit(sidebar, row):
    """Brings a page forward. Those seen before stay in the tree."""
    Atspi.Selection.select_child(sidebar, row.get_index_in_parent())
    wait("the row", lambda: row.get_state_set().contains(Atspi.StateType.SELECTED))
    return row.get_name()


def look(window):
    """All labels, how many parts there are, and which of them have no name: the inside of a named part (the
    button in a menu button) has its name."""
    labels, n_parts, problems = collections.Counter(), 0, []
    for node, name, above in visible(window):
        role = node.get_role()
        if role == Atspi.Role.LABEL:
            labels[name] += 1
        if role in NAMED:
            n_parts += 1
            if not is_name(name) and not is_name(above):
                problems.append(describe(node))
    return labels, n_parts, problems


def main():
    bangvang, cli = sys.argv[1:3]
    failed = True
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a.bangvang")
        subprocess.run([cli, "init", "--demo", "--quiet", "--file", path], check=True)
        program = subprocess.Popen([bangvang, "--file", path], stdout=subprocess.DEVNULL)
        try:
            window = wait("the window", lambda: find_window(program.pid))
            sidebar = wait("the sidebar", lambda: find_sidebar(window))
            titles = [visit(sidebar, row) for row in rows(sidebar)]

            def all_pages():
                # Each once in the sidebar, once as the title of its page.
                seen = look(window)
                return seen if all(seen[0][title] >= 2 for title in titles) else None

            _labels, n_parts, problems = wait("the pages " + ", ".join(titles), all_pages)
            for problem in problems:
                print("without a name:", problem)
            print(f"{len(titles)} pages, {n_parts} parts, {len(problems)} without a name")
            failed = len(titles) < 7 or n_parts < 80 or bool(problems)
        finally:
            program.terminate()
            program.wait(10)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
