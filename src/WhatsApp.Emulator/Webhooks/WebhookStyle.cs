using System.Globalization;

namespace WhatsApp.Emulator;

/// <summary>How the body of one POST is worded.</summary>
/// <param name="Version">The payload version of the subscription: 25 for <c>v25.0</c>.</param>
/// <param name="Escape">Whether non-ASCII characters and slashes are escaped.</param>
/// <param name="UnknownFields">Whether objects carry fields nobody knows.</param>
/// <param name="UnknownTypes">Whether lists carry items of types nobody knows.</param>
internal sealed record WebhookStyle(int Version, bool Escape, bool UnknownFields, bool UnknownTypes)
{
    /// <summary>The last payload version whose statuses tell the conversation.</summary>
    public bool HasConversation => Version <= 23;

    public static int Parse(string version) =>
        version.Length > 1 && version[0] == 'v' && double.TryParse(version.AsSpan(1), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 1 and < 1_000
            ? (int)number
            : throw new ArgumentException("A version looks like v25.0.", nameof(version));
}
