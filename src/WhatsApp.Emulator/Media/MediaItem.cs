namespace WhatsApp.Emulator;

/// <summary>A stored file and the number it belongs to.</summary>
internal sealed record MediaItem(string Id, EmulatedNumber Owner, string MimeType, byte[] Content, byte[] Hash, DateTimeOffset ExpiresAt)
{
    /// <summary>The message type that carries it.</summary>
    public string Kind => MediaLimits.KindOf(MimeType);

    /// <summary>Where the phone page loads it from.</summary>
    public string PagePath => $"/_emulator/media/{Id}";
}
