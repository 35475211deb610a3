// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "base/bv-problem.h"
#include "bv-types.h"

#include <glib.h>

G_BEGIN_DECLS

/** BvSigner: who signs decisions and certificates, and in whose place. */
typedef struct
{
  gint64 id;
  char *name;         /* "Nguyễn Văn An" */
  char *post;         /* as printed: "PHÓ CHỦ TỊCH" */
  char *prefix;       /* bv_signer_prefixes: "", "TM.", "KT.", "Q.", "TL.", "TUQ." */
  char *on_behalf_of; /* after the prefix: "CHỦ TỊCH", "ỦY BAN NHÂN DÂN"; "" for "" and "Q." */
  char *from_date;    /* ISO, (nullable) */
  char *to_date;      /* ISO, (nullable) */
  gboolean is_default;
} BvSigner;

extern const BvChoice bv_signer_prefixes[];

/** An empty one (id 0, texts "", those that may be absent %NULL), a deep copy, and its end; %NULL is let be. */
BvSigner *bv_signer_new (void);
BvSigner *bv_signer_copy (const BvSigner *self);
void bv_signer_free (BvSigner *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSigner, bv_signer_free)

/** (element-type BvProblem) (transfer full): everything wrong with @self that can be told without the file; empty
 * when nothing is. */
GPtrArray *bv_signer_validate (const BvSigner *self);

/**
 * bv_signature_lines: the lines above a signature, in capitals: {"KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"},
 * {"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"}, {"Q. CHỦ TỊCH"}, {"CHỦ TỊCH"}. Decree 30/2020, Appendix I.
 *
 * Returns: (transfer full): one or two lines, or none when @post is empty
 */
char **bv_signature_lines (const char *prefix, const char *on_behalf_of, const char *post);

/** (transfer full): %NULL with %BV_STORE_ERROR_NOT_FOUND when it is not there. */
BvSigner *bv_signer_load (BvConnection *connection, gint64 id, GError **error);
/** (element-type BvSigner): all, the default first, then by name. */
GPtrArray *bv_signer_list (BvConnection *connection, GError **error);
/** bv_signer_default_on: the signer to propose on @date: the default one in post then, else any in
 * post. @signer: (out) (transfer full) (nullable): %NULL when nobody is in post. */
gboolean bv_signer_default_on (BvConnection *connection,
                               const char *date,
                               BvSigner **signer,
                               GError **error);
/** A new default takes the mark from signers whose time overlaps. */
gboolean bv_signer_save (BvConnection *connection, BvSigner *self, GError **error);
/** Decisions keep the signature as it was printed. %BV_STORE_ERROR_NOT_FOUND when it is not there. */
gboolean bv_signer_delete (BvConnection *connection, gint64 id, GError **error);

/* Acts. */
gboolean bv_office_save_signer (BvStore *store, BvSigner *signer, gint64 *act_id, GError **error);
gboolean bv_office_delete_signer (BvStore *store, gint64 id, gint64 *act_id, GError **error);

G_END_DECLS
