namespace WhatsApp.Emulator;

/// <summary>Which files may be uploaded, and how large.</summary>
internal static class MediaLimits
{
    private const long Mega = 1024 * 1024;

    private static readonly HashSet<string> Documents = new(StringComparer.OrdinalIgnoreCase)
    {
        "text/plain", "application/pdf", "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    };

    public static string KindOf(string mimeType) => mimeType.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "image/webp" => "sticker",
        var type when type.StartsWith("image/", StringComparison.Ordinal) => "image",
        var type when type.StartsWith("video/", StringComparison.Ordinal) => "video",
        var type when type.StartsWith("audio/", StringComparison.Ordinal) => "audio",
        _ => "document",
    };

    public static long? MaxBytes(string mimeType) => mimeType.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "image/jpeg" or "image/png" => 5 * Mega,
        "image/webp" => 500 * 1024,
        "video/mp4" or "video/3gpp" or "video/3gp" => 16 * Mega,
        "audio/aac" or "audio/amr" or "audio/mpeg" or "audio/mp4" or "audio/ogg" => 16 * Mega,
        var type when Documents.Contains(type) => 100 * Mega,
        _ => null,
    };

    /// <summary>Whether the first bytes are what the type promises; only pictures are looked at.</summary>
    public static bool Matches(string mimeType, ReadOnlySpan<byte> content) => mimeType switch
    {
        "image/jpeg" => content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
        "image/png" => content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]),
        _ => true,
    };
}
