using static WhatsApp.Client.WhatsAppErrorCategory;
using static WhatsApp.Client.WhatsAppRetryClass;

namespace WhatsApp.Client;

internal static partial class WhatsAppErrorTable
{
    /// <summary>The platform as a whole: access, limits, outages, policies, accounts.</summary>
    private static ErrorRow[] PlatformRows =>
    [
        new(0, "authentication_failed", Authentication, WhatsAppRetryClass.Account, "Make a new access token: this one cannot be used."),
        new(1, "unknown_error", Platform, UnknownOutcome, "The platform failed or did not understand the request; check its status page, and the request if it fails every time."),
        new(2, "temporarily_unavailable", Platform, UnknownOutcome, "The platform is overloaded or down for a moment."),
        new(3, "capability_missing", Permission, WhatsAppRetryClass.Account, "Give the Meta app the capability this call needs."),
        new(4, "app_rate_limit", Rate, NotProcessed, "The app made too many calls; slow down."),
        new(10, "permission_denied", Permission, WhatsAppRetryClass.Account, "Grant the permission again, or check that the account is eligible for this feature."),
        new(33, "number_not_found", WhatsAppErrorCategory.Account, WhatsAppRetryClass.Account, "The business number was deleted or its id is wrong; check the phone number id."),
        new(100, "invalid_parameter", Request, FixRequest, "A parameter is misspelt or unsupported, or the id belongs to another business."),
        new(190, "token_expired", Authentication, WhatsAppRetryClass.Account, "The access token expired or was revoked; make a new one, best a system user token that does not expire."),
        new(200, 299, "permission_missing", Permission, WhatsAppRetryClass.Account, "The token lacks a permission or has no access to this account; grant it in the business settings."),
        new(368, "blocked_for_policy", Policy, WhatsAppRetryClass.Account, "The account is blocked for a while because of policy violations; see the business support page."),
        new(613, "call_limit", Rate, NotProcessed, "This resource was asked for too often; wait and ask again."),
        new(803, "object_not_found", Request, FixRequest, "There is no object with this id; check it."),
        new(80007, "account_rate_limit", Rate, NotProcessed, "The WhatsApp Business Account made too many calls; slow down."),
        new(135000, "generic_request_error", Request, FixRequest, "The platform could not use the request and does not say why; compare its parameters with the documentation."),
        new(131000, "something_went_wrong", Platform, UnknownOutcome, "The platform failed for a reason it does not know; the message may have been sent."),
        new(131005, "access_denied", Permission, WhatsAppRetryClass.Account, "The token may not do this; check its permissions and the assets given to it."),
        new(131016, "service_unavailable", Platform, UnknownOutcome, "The service is down for a moment."),
        new(131031, "account_locked", WhatsAppErrorCategory.Account, WhatsAppRetryClass.Account, "The account is locked, for policy or after wrong two-step PINs; see the business support page."),
        new(131037, "display_name_needed", WhatsAppErrorCategory.Account, WhatsAppRetryClass.Account, "The display name of the number must be approved first."),
        new(131042, "payment_problem", Payment, WhatsAppRetryClass.Account, "Add or repair the payment method of the WhatsApp Business Account."),
        new(131044, "calling_payment_problem", Payment, WhatsAppRetryClass.Account, "Add or repair the payment method that pays for calls."),
        new(131045, "registration_wrong", Registration, WhatsAppRetryClass.Account, "Register the number again: its registration or certificate is not valid."),
        new(131057, "number_in_maintenance", Rate, NotProcessed, "The number is being upgraded; it is back within a minute."),
        new(134011, "payment_terms_not_accepted", Payment, WhatsAppRetryClass.Account, "Accept the payments terms in the business settings."),
        new(2494100, "number_maintenance", Rate, NotProcessed, "The number is in maintenance; try again in a few minutes."),
    ];
}
