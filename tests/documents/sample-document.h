// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/bv-document.h"

/** A paper with every kind of block: letterhead to signature, a long table, a landscape appendix. All of
 * it is invented. (transfer full) */
BvDocument *sample_document_new (void);

/** The name in the 30th row of the long table. */
#define SAMPLE_NAME "Nguyễn Thị Ánh Tuyết 30"
