namespace WhatsApp.Client;

/// <summary>A template the platform took. It is usually looked at before it may be sent: the webhook <c>message_template_status_update</c> tells.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Category">What the platform made it: may be another than asked for, at another price.</param>
public sealed record TemplateCreated(TemplateId Id, TemplateStatus Status, TemplateCategory Category);
