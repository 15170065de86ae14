using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>The rules between the buttons of a template.</summary>
internal static class TemplateButtonRules
{
    private const int MaxButtons = 10;

    private static readonly (string Type, int Most)[] Limits = [("URL", 2), ("PHONE_NUMBER", 1), ("COPY_CODE", 1), ("VOICE_CALL", 1)];

    public static void Check(MessageChecks checks, MessagePath path, IReadOnlyList<TemplateButtonFormat> buttons)
    {
        checks.Count(path, buttons.Count, 0, MaxButtons);
        for (var i = 0; i < buttons.Count; i++)
        {
            if (buttons[i] is { } button)
                button.Check(checks, $"{path}[{i}]");
            else
                checks.Add($"{path}[{i}]", MessageFaultKind.Missing);
        }

        foreach (var (type, most) in Limits)
        {
            var count = buttons.Count(button => button?.Type == type);
            if (count > most)
                checks.Add($"{path}.{type}", MessageFaultKind.TooMany, most, count);
        }

        if (AreQuickRepliesScattered(buttons))
            checks.Add($"{path}.QUICK_REPLY", MessageFaultKind.Mixed);
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<TemplateButtonFormat> buttons)
    {
        if (buttons.Count == 0)
            return;
        writer.WriteStartObject();
        writer.WriteString("type"u8, "BUTTONS"u8);
        writer.WriteStartArray("buttons"u8);
        foreach (var button in buttons)
            button.Write(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Quick replies stand together, all before or all after the others.</summary>
    private static bool AreQuickRepliesScattered(IReadOnlyList<TemplateButtonFormat> buttons)
    {
        var changes = 0;
        for (var i = 1; i < buttons.Count; i++)
            changes += (buttons[i]?.Type == "QUICK_REPLY") != (buttons[i - 1]?.Type == "QUICK_REPLY") ? 1 : 0;
        return changes > 1;
    }
}
