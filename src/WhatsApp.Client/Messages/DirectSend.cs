using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// Sends a free text as a utility or authentication message without a template made before: a <see cref="TextMessage"/> of at most 1,024
/// characters, without preview. The portfolio needs a messaging limit of at least 100,000. Status webhooks then name the template the
/// platform found for it.
/// </summary>
/// <param name="Category">What the text is.</param>
public sealed record DirectSend(DirectSendCategory Category)
{
    private const int MaxText = 1024;

    /// <summary>
    /// How long delivery is tried, in whole seconds; null for the category's own time. 30 seconds to 12 hours for utility, to 15 minutes for
    /// authentication; at most 30 days for all.
    /// </summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>The template to count it under; null lets the platform choose.</summary>
    public string? TemplateName { get; init; }

    internal void Check(MessageChecks checks, OutgoingMessage message)
    {
        checks.Required("category", Category.Value, int.MaxValue);
        checks.Optional("direct_send_config.template_name", TemplateName, TemplateMessage.MaxNameLength);
        if (TimeToLive is { } time)
            CheckTime(checks, time);
        if (message.Type != "text")
            checks.Add("type", MessageFaultKind.NotAllowed);
        if (message is not TextMessage text)
            return;
        checks.Length("text.body", text.Body ?? "", MaxText);
        if (text.PreviewUrl)
            checks.Add("text.preview_url", MessageFaultKind.NotAllowed);
    }

    internal void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteText("category"u8, Category.Value ?? "");
        if (TimeToLive is { } time)
            writer.WriteNumber("message_send_ttl"u8, (long)time.TotalSeconds);
        if (TemplateName is null)
            return;
        writer.WriteStartObject("direct_send_config"u8);
        writer.WriteText("template_name"u8, TemplateName);
        writer.WriteEndObject();
    }

    private void CheckTime(MessageChecks checks, TimeSpan time)
    {
        var longest = Category == DirectSendCategory.Authentication ? TimeSpan.FromMinutes(15)
            : Category == DirectSendCategory.Utility ? TimeSpan.FromHours(12)
            : TimeSpan.FromDays(30);
        checks.Range("message_send_ttl", time.TotalSeconds, 30, (int)longest.TotalSeconds);
        if (time.Ticks % TimeSpan.TicksPerSecond != 0)
            checks.Add("message_send_ttl", MessageFaultKind.Malformed);
    }
}
