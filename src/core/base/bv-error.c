// SPDX-License-Identifier: GPL-3.0-or-later
/* The error domains of the core. They stand together in base/ so that every layer can name the
 * errors of the ones below it. */

#define G_LOG_DOMAIN "bv-base"

#include "base/bv-error.h"

/* The names have hyphens, which would be taken for subtractions. */
/* clang-format off */
G_DEFINE_QUARK (bv-store-error-quark, bv_store_error)
G_DEFINE_QUARK (bv-value-error-quark, bv_value_error)
G_DEFINE_QUARK (bv-document-error-quark, bv_document_error)
G_DEFINE_QUARK (bv-exchange-error-quark, bv_exchange_error)
/* clang-format on */
