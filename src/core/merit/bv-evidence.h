// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "bv-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Papers that back a nomination, kept inside the office's file: each content once, under the SHA-256 of its bytes. */

/** The largest file that is taken. */
#define BV_EVIDENCE_MAX_BYTES (20 * 1024 * 1024)

/** Codes of evidence.kind with their labels: "report", "minutes", "initiative", "award", "rating", "opinion",
 * "movement", "other". */
extern const BvChoice bv_evidence_kinds[];

/** BvEvidence (tài liệu minh chứng): one file of a nomination. Strings are never %NULL. */
typedef struct
{
  gint64 id; /* 0 until saved */
  gint64 nomination_id;
  char *kind;       /* bv_evidence_kinds */
  char *name;       /* of the file: 'bien-ban-binh-xet.pdf' */
  char *media_type; /* 'application/pdf'; "" when unknown */
  gint64 size;      /* bytes */
  char *sha256;     /* 64 hexadecimal digits */
  char *added_on;   /* ISO */
  char *note;
} BvEvidence;

/** An empty one (id 0, texts "", those that may be absent %NULL), and its end; %NULL is let be. */
BvEvidence *bv_evidence_new (void);
void bv_evidence_free (BvEvidence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvEvidence, bv_evidence_free)

/** (transfer full): %NULL with %BV_STORE_ERROR_NOT_FOUND when it is not there. */
BvEvidence *bv_evidence_load (BvConnection *connection, gint64 id, GError **error);
/** Of one nomination, in the order they were added; (element-type BvEvidence) (transfer full). */
GPtrArray *bv_evidence_list (BvConnection *connection, gint64 nomination_id, GError **error);
/** The bytes, held against their hash: damaged content is %BV_STORE_ERROR_CORRUPT in one sentence. (transfer full) */
GBytes *bv_evidence_get_content (BvConnection *connection, gint64 id, GError **error);

/** BvEvidenceFile: a file read for adding; its size is checked before a byte is read. */
typedef struct
{
  char *name;
  char *media_type;
  char *sha256;
  GBytes *content;
} BvEvidenceFile;

/** Reads a file from anywhere: name, type, hash and content. (transfer full): %NULL with one sentence when it is no
 * plain file, is empty or too large, or cannot be read. %NULL may be freed. */
BvEvidenceFile *bv_evidence_file_read (GFile *file, GCancellable *cancellable, GError **error);
void bv_evidence_file_free (BvEvidenceFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvEvidenceFile, bv_evidence_file_free)

/** The kind that the name of a file speaks of ("bienban…" → "minutes"), else "other". (transfer none) */
const char *bv_evidence_guess_kind (const char *name);

/* ── Inside an act ───────────────────────────────────────────────────────────────────────── */

/** Adds @file to a nomination whose dossier is not decided (a missing paper may be handed in later). The same content
 * twice for one nomination is %BV_VALUE_ERROR_DUPLICATE. @id: (out) (optional) */
gboolean bv_evidence_add (BvConnection *connection,
                          gint64 nomination_id,
                          const char *kind,
                          const BvEvidenceFile *file,
                          const char *note,
                          gint64 *id,
                          GError **error);
/** Only while the nomination may change. */
/** @kind: of bv_evidence_kinds; as long as the nomination may be changed. */
gboolean
bv_evidence_set_kind (BvConnection *connection, gint64 id, const char *kind, GError **error);
/** Only while the nomination is open; content that no other evidence uses goes, too. */
gboolean bv_evidence_remove (BvConnection *connection, gint64 id, GError **error);
/** Takes away contents that no evidence names any more. */
gboolean bv_evidence_sweep (BvConnection *connection, GError **error);

/* ── As acts of their own ────────────────────────────────────────────────────────────────── */

/** One act each of what the function without _act does. @act_id: (out) (optional): for undo; 0 when nothing
 * changed. */
gboolean bv_evidence_add_act (BvStore *store,
                              gint64 nomination_id,
                              const char *kind,
                              const BvEvidenceFile *file,
                              const char *note,
                              gint64 *id,
                              gint64 *act_id,
                              GError **error);
gboolean bv_evidence_set_kind_act (BvStore *store,
                                   gint64 id,
                                   const char *kind,
                                   gint64 *act_id,
                                   GError **error);
gboolean bv_evidence_remove_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);
/** Writes the content to @path, whole or not at all, after holding it against its hash. */
gboolean bv_evidence_save_to (BvStore *store, gint64 id, const char *path, GError **error);

G_END_DECLS
