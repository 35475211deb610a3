// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "store/bv-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* BvStore: the office's file (*.bangvang). It owns one writer thread with the only writable
 * connection, and a pool of read-only connections.
 *
 *   main thread ──read──▶ lease ─▶ read-only connection ─┐
 *   worker      ──read──▶ lease ─▶ read-only connection ─┼─▶ file (WAL)
 *   any thread  ──act───▶ queue ─▶ writer thread ────────┘     └▶ history (changeset, hash)
 *
 * Signals (emitted on the main context that was thread-default when the store was opened):
 *   ::changed (const char * const *tables)  after every act, undo and redo, also those of another
 *                                           process that works with the file
 */
#define BV_TYPE_STORE (bv_store_get_type ())
G_DECLARE_FINAL_TYPE (BvStore, bv_store, BV, STORE, GObject)

#define BV_STORE_APPLICATION_ID 0x42564e47 /* "BVNG" */
#define BV_STORE_SCHEMA 2                  /* the newest number in data/schema/ */

typedef enum
{
  BV_STORE_OPEN = 0,
  BV_STORE_CREATE = 1 << 0,    /* make the file; an existing one is an error */
  BV_STORE_READ_ONLY = 1 << 1, /* no writer; acts fail with %BV_STORE_ERROR_READ_ONLY */
} BvStoreFlags;

/**
 * bv_store_open: opens, checks who wrote the file before writing a byte, backs up and migrates an
 * older one. The error says which file and what to do.
 *
 * A file that cannot be written, or whose folder cannot, is opened for reading only; see
 * bv_store_get_read_only_reason(). Another process may work with the same file at the same time (the
 * command line beside the window): acts wait for each other for some seconds, then fail with
 * %BV_STORE_ERROR_BUSY and nothing is lost. Within one process a file has one writer: a second
 * writable opening is %BV_STORE_ERROR_BUSY.
 *
 * Errors: #BvStoreError; %G_IO_ERROR_EXISTS with %BV_STORE_CREATE.
 */
BvStore *bv_store_open (const char *path, BvStoreFlags flags, GError **error);

/**
 * bv_store_close: finishes the acts in the queue, joins the writer, closes the connections. Called by
 * dispose, too; a second call does nothing. Whatever is asked of a closed store fails with
 * %G_IO_ERROR_CLOSED. Not from within an act.
 */
void bv_store_close (BvStore *self);

/** The file's absolute path; links are followed. */
const char *bv_store_get_path (BvStore *self);
gboolean bv_store_is_read_only (BvStore *self);
/** (transfer none) (nullable): a translated sentence for a banner: why, and the way out. */
const char *bv_store_get_read_only_reason (BvStore *self);
/** Who acts, for the history: the officer's name; the login name until set. */
void bv_store_set_actor (BvStore *self, const char *actor);

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

/**
 * BvLease: a read-only connection for as long as one reads; one snapshot of the file
 * (a read transaction). Do not hold it across a return to the main loop.
 */
typedef struct _BvLease BvLease;

/** (transfer full): %NULL with %G_IO_ERROR_CLOSED or the error of a file that cannot be opened. Any thread; it is one
 * thread's until freed. */
BvLease *bv_store_lease (BvStore *self, GError **error);
/** (transfer none): of the lease, for as long as it lives. */
BvConnection *bv_lease_connection (BvLease *lease);
/** Makes running queries of the lease end with %G_IO_ERROR_CANCELLED when @cancellable is. */
void bv_lease_set_cancellable (BvLease *lease, GCancellable *cancellable);
/** Ends the snapshot and gives the connection back; %NULL is let be. */
void bv_lease_free (BvLease *lease);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvLease, bv_lease_free)

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

/**
 * BvActFunc: the body of an act, run on the writer thread inside BEGIN IMMEDIATE. Returning %FALSE
 * with @error set rolls everything back. It must not begin or end transactions.
 */
typedef gboolean (*BvActFunc) (BvConnection *connection, gpointer user_data, GError **error);

typedef enum
{
  BV_ACT_NONE = 0,
  BV_ACT_BULK =
    1 << 0, /* many rows: search triggers are suspended and the index rebuilt at the end */
} BvActFlags;

/**
 * bv_store_act: runs @func as one act and waits for it. One transaction, recorded in history.
 * An act that changed nothing leaves no trace and gives the id 0.
 *
 * Any thread may call it but the writer's own: an act within an act is refused. An act on a file that
 * was moved or deleted meanwhile is refused, too: its rows would be lost.
 *
 * @title: a translated sentence for the history and the toast: "Import 214 people"
 * @act_id: (out) (optional): the row of history, for undo
 */
gboolean bv_store_act (BvStore *self,
                       const char *title,
                       BvActFlags flags,
                       BvActFunc func,
                       gpointer user_data,
                       GCancellable *cancellable,
                       gint64 *act_id,
                       GError **error);

/** bv_store_act_async: the same without waiting; @func runs on the writer thread. */
void bv_store_act_async (BvStore *self,
                         const char *title,
                         BvActFlags flags,
                         BvActFunc func,
                         gpointer user_data,
                         GDestroyNotify user_data_free,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer callback_data);
/** Returns: the id of the act, 0 when nothing changed, -1 on error. */
gint64 bv_store_act_finish (BvStore *self, GAsyncResult *result, GError **error);

/* ── History ─────────────────────────────────────────────────────────────────────────────── */

/** BvHistoryEntry: one act as the history page shows it. */
typedef struct
{
  gint64 id;
  char *at; /* UTC, ISO 8601 */
  char *actor;
  char *kind; /* "act", "undo", "redo" */
  gint64 target;
  char *title;
  char *tables;
  gboolean is_undone; /* no longer in force */
} BvHistoryEntry;

/** With all that it owns; %NULL is let be. */
void bv_history_entry_free (BvHistoryEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvHistoryEntry, bv_history_entry_free)

/** bv_store_list_history: newest first. @before: 0 for the newest, else entries with a lower id.
 * (element-type BvHistoryEntry) (transfer container, free func set) */
GPtrArray *bv_store_list_history (BvStore *self, gint64 before, guint limit, GError **error);

/**
 * bv_store_undo: applies the inverse of act @act_id (0: the newest act still in force) as an act of
 * its own. When a later act changed the same rows, nothing happens and %BV_STORE_ERROR_CONFLICT names
 * that act in words. Works on any act, also after a restart.
 *
 * @title: (out) (optional) (transfer full): the title of the act undone
 */
gboolean
bv_store_undo (BvStore *self, gint64 act_id, char **title, gint64 *undo_id, GError **error);
/**
 * bv_store_redo: the reverse (0: the newest act undone, while no act of its own came after; undos and
 * redos do not count as such).
 *
 * Both take the id of an act, or of any undo or redo of it; to undo an undo is to redo. What is already
 * so is %BV_STORE_ERROR_CONFLICT; nothing to do, or no such entry, %BV_STORE_ERROR_NOT_FOUND.
 */
gboolean
bv_store_redo (BvStore *self, gint64 act_id, char **title, gint64 *redo_id, GError **error);
/** The same without waiting (a large import takes about a second); bv_store_act_finish() gives the id of
 * the undo or redo. */
void bv_store_undo_async (BvStore *self,
                          gint64 act_id,
                          GAsyncReadyCallback callback,
                          gpointer callback_data);
/** As bv_store_redo(), likewise. */
void bv_store_redo_async (BvStore *self,
                          gint64 act_id,
                          GAsyncReadyCallback callback,
                          gpointer callback_data);
/** (transfer full) (nullable): the title of what undo or redo of id 0 would be about; %NULL: nothing. */
char *bv_store_get_undo_title (BvStore *self);
/** Likewise of redo. */
char *bv_store_get_redo_title (BvStore *self);

/** BvChange: one row that an act changed, for the audit page. */
typedef struct
{
  char *table;
  char *operation;   /* "insert", "update", "delete" */
  gint64 row_id;     /* 0 when the key is no integer */
  char **columns;    /* names of the columns that changed */
  char **old_values; /* as text; NULL elements for SQL NULL are given as "" */
  char **new_values;
} BvChange;
/** With all that it owns; %NULL is let be. */
void bv_change_free (BvChange *change);
/** At most @limit rows; (element-type BvChange). */
GPtrArray *bv_store_list_changes (BvStore *self, gint64 act_id, guint limit, GError **error);

/* ── Safety ──────────────────────────────────────────────────────────────────────────────── */

/**
 * bv_store_backup: an online copy into @path, written beside it, reopened and checked, then renamed.
 * It counts only when the check has passed.
 */
gboolean bv_store_backup (BvStore *self,
                          const char *path,
                          BvProgressFunc progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error);

/**
 * bv_store_check: integrity of pages and indexes, foreign keys, the search index, and the hash chain
 * of the history. @findings: (out) (element-type utf8): one translated sentence for each defect; empty
 * when the file is sound.
 */
gboolean
bv_store_check (BvStore *self, GPtrArray **findings, GCancellable *cancellable, GError **error);

G_END_DECLS
