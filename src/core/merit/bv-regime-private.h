// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-condition.h"
#include "merit/bv-regime-reader.h"
#include "merit/bv-regime.h"

G_BEGIN_DECLS

/* Shared by the reader of regime files and the set of regimes. */

/** New ones have empty lists; copies are deep; %NULL is let be. A regime owns its citations and awards. */
void bv_regime_award_free (BvRegimeAward *self);
BvRegimeAward *bv_regime_award_copy (const BvRegimeAward *self);
void bv_citation_free (BvCitation *self);
BvCitation *bv_citation_copy (const BvCitation *self);
BvRegime *bv_regime_new (void);
void bv_regime_free (BvRegime *self);
/** An empty list of BvDecider that frees its elements. */
GPtrArray *bv_regime_new_deciders (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRegimeAward, bv_regime_award_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCitation, bv_citation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRegime, bv_regime_free)

/* Parts of an award's rules; copies of %NULL quotas and votes are %NULL. */
BvCondition *bv_condition_new (void);
void bv_condition_free (BvCondition *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCondition, bv_condition_free)
/** An empty list of BvCondition that frees its elements. */
GPtrArray *bv_condition_new_list (void);

/* Deep copies; %NULL is let be. A new path has empty lists. */
BvPath *bv_path_new (void);
void bv_path_free (BvPath *self);
BvPath *bv_path_copy (const BvPath *self);
void bv_quota_free (BvQuota *self);
BvQuota *bv_quota_copy (const BvQuota *self);
void bv_vote_rule_free (BvVoteRule *self);
BvVoteRule *bv_vote_rule_copy (const BvVoteRule *self);
void bv_paper_form_free (BvPaperForm *self);
BvPaperForm *bv_paper_form_copy (const BvPaperForm *self);

/** An award with its empty lists. */
BvRegimeAward *bv_regime_award_new (void);

/* bv-regime-read-conditions.c: members of an award; absent ones leave what is there. */
gboolean
bv_regime_read_paths (BvReader *reader, JsonObject *award, guint allowed, GPtrArray *paths);
gboolean bv_regime_read_quota (BvReader *reader, JsonObject *award, BvQuota **quota);
gboolean bv_regime_read_vote (BvReader *reader, JsonObject *parent, BvVoteRule **vote);

/** BvNamedForm: a form of the file; awards name it by its id. */
typedef struct
{
  char *id;
  BvPaperForm *form;
} BvNamedForm;

/** With the form that it owns. */
void bv_named_form_free (BvNamedForm *self);
/** The regime's "forms", into BvReader.forms. */
gboolean bv_regime_read_form_list (BvReader *reader, JsonObject *regime);
/** The forms that an award names by their ids, copied into @forms; an id that the file does not define is a defect. */
gboolean bv_regime_read_forms (BvReader *reader, JsonObject *award, GPtrArray *forms);

/* bv-regime-said.c: what the law says of an award, or says that it does not say. Copies of %NULL are %NULL. */
void bv_law_note_free (BvLawNote *self);
BvLawNote *bv_law_note_copy (const BvLawNote *self);
void bv_opinion_rule_free (BvOpinionRule *self);
BvOpinionRule *bv_opinion_rule_copy (const BvOpinionRule *self);
/** Frees the texts of all cases; the array is the regime's. */
void bv_pay_rules_clear (BvPayRule *rules);
/** Lays what @over says over @base. */
void bv_pay_rules_lay_over (BvPayRule *base, const BvPayRule *over);
/** "none" or "unknown", with article and verified. */
gboolean
bv_regime_read_note (BvReader *reader, JsonObject *parent, const char *member, BvLawNote **note);
/** The member "opinion" of an award or (@is_of_regime) of the whole regime: days and levels of public opinion, with
 * the article; absent ones leave what is there. */
gboolean bv_regime_read_opinion (BvReader *reader,
                                 JsonObject *parent,
                                 gboolean is_of_regime,
                                 BvOpinionRule **opinion);
/** The member "several": what is paid of several titles at once, case by case; absent ones leave what is there. */
gboolean bv_regime_read_several (BvReader *reader, JsonObject *regime, BvPayRule *rules);
/** Codes of awards that the regime must hold; absent: %NULL. */
gboolean
bv_regime_read_codes (BvReader *reader, JsonObject *object, const char *member, char ***codes);
/** A key of the office's rules; absent: %NULL. */
gboolean bv_regime_read_rule (BvReader *reader, JsonObject *object, char **rule);

/** The required member "manners". */
gboolean bv_regime_read_manners (BvReader *reader, JsonObject *object, guint *bits);

/** BvRegimeFileContent: what one file says, before files are put together. */
typedef struct
{
  BvRegime *regime; /* id %NULL in an office's file of local titles */
  char *inherits;   /* id of the regime whose rules hold where this file is silent; (nullable) */
  char **without;   /* codes of its awards that exist no longer; (nullable) */
  GPtrArray *references; /* (element-type BvAwardReference) */
} BvRegimeFileContent;

/** With all that it owns; %NULL is let be. */
void bv_regime_file_content_free (BvRegimeFileContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRegimeFileContent, bv_regime_file_content_free)

/**
 * bv_regime_read: one regime file. Strict: an unknown member, a missing article, a wrong type or a date that does
 * not exist is refused with the file's name and the JSON path.
 *
 * @is_own: an office's own file: id, name, dates and citations may be absent (%NULL, empty) because it
 *   changes awards of a regime that exists or adds titles of the place
 */
BvRegimeFileContent *
bv_regime_read (const char *file, GBytes *bytes, gboolean is_own, GError **error);

/** bv_regime_compose: the regimes that all files make together, by date: (element-type BvRegime) (transfer full). */
GPtrArray *bv_regime_compose (const BvRegimeFile *files,
                              guint n_files,
                              const BvRegimeFile *own,
                              guint n_own,
                              GError **error);

G_END_DECLS
