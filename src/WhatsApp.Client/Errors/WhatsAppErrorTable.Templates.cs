using static WhatsApp.Client.WhatsAppErrorCategory;
using static WhatsApp.Client.WhatsAppRetryClass;

namespace WhatsApp.Client;

internal static partial class WhatsAppErrorTable
{
    /// <summary>Templates, flows and the marketing messages API.</summary>
    private static ErrorRow[] TemplatesRows =>
    [
        new(132000, "parameter_count_mismatch", Template, FixRequest, "Give the template as many parameters as it has."),
        new(132001, "template_not_found", Template, FixRequest, "There is no approved template of this name in this language; check both, and wait some minutes after an approval."),
        new(132005, "text_too_long", Template, FixRequest, "The text is too long once the parameters are filled in; shorten them."),
        new(132007, "content_policy", Template, FixRequest, "The content of the template breaks a policy; change it."),
        new(132008, "parameter_value_mismatch", Template, FixRequest, "A parameter has a value the template does not take."),
        new(132012, "parameter_format_mismatch", Template, FixRequest, "A parameter has another format than the template expects."),
        new(132015, "template_paused", Template, WaitLong, "The template is paused for low quality; use another one or improve it."),
        new(132016, "template_disabled", Template, FixRequest, "The template was paused too often and is disabled for good; make a new one."),
        new(132018, "parameter_text_invalid", Template, FixRequest, "A parameter has text the template does not allow, such as a line break."),
        new(132068, "flow_blocked", Flow, FixRequest, "The flow is blocked; repair it in WhatsApp Manager."),
        new(132069, "flow_throttled", Flow, WaitLong, "The flow is limited to ten messages an hour; repair its endpoint."),
        new(134100, "marketing_template_not_synced", Marketing, FixRequest, "The template is not known to the marketing messages API."),
        new(134101, "marketing_template_syncing", Marketing, NotProcessed, "The template is still being copied to the marketing messages API; wait ten minutes."),
        new(134102, "marketing_template_unavailable", Marketing, UnknownOutcome, "The marketing messages API cannot use the template for a moment."),
        new(139000, "flow_integrity", Flow, FixRequest, "The account may not publish flows now because of its standing."),
        new(139001, "flow_update_failed", Flow, FixRequest, "The flow could not be changed; only drafts can."),
        new(139002, "flow_publish_failed", Flow, FixRequest, "The flow could not be published; see its validation errors."),
        new(139003, "flow_deprecate_failed", Flow, FixRequest, "The flow could not be deprecated; only published ones can."),
        new(139004, "flow_delete_failed", Flow, FixRequest, "The flow could not be deleted; only drafts can."),
        new(200005, "insights_not_enabled", Template, FixRequest, "Switch template insights on first."),
        new(200006, "insights_cannot_be_disabled", Template, FixRequest, "Template insights cannot be switched off again."),
        new(200007, "insights_unavailable", Template, FixRequest, "Template insights are not available for this account."),
        new(2388019, "template_limit", Template, FixRequest, "The account has as many templates as it may; delete some."),
        new(2388039, "template_not_editable", Template, FixRequest, "A template in this state cannot be changed."),
        new(2388040, "template_field_too_long", Template, FixRequest, "A part of the template has too many characters; shorten it."),
        new(2388047, "template_header_format", Template, FixRequest, "Correct the header of the template."),
        new(2388072, "template_body_format", Template, FixRequest, "Correct the body of the template."),
        new(2388073, "template_footer_format", Template, FixRequest, "Correct the footer of the template."),
        new(2388293, "too_many_variables", Template, FixRequest, "The template has too many variables for so short a text; add text or remove variables."),
        new(2388299, "variable_at_edge", Template, FixRequest, "A template cannot begin or end with a variable; add text around it."),
    ];
}
