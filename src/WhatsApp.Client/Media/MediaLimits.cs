using System.Collections.Frozen;
using System.Net.Http.Headers;

namespace WhatsApp.Client;

/// <summary>Which types the platform takes as uploads, and how large. Its megabytes are 1,048,576 bytes.</summary>
internal static class MediaLimits
{
    private const long Kilo = 1024;
    private const long Mega = 1024 * Kilo;

    private static readonly FrozenDictionary<string, long> MaxBytesByType = new Dictionary<string, long>
    {
        ["image/jpeg"] = 5 * Mega,
        ["image/png"] = 5 * Mega,
        ["image/webp"] = 500 * Kilo, // an animated sticker; a static one may have 100 KB, which only the file itself shows
        ["video/mp4"] = 16 * Mega,
        ["video/3gpp"] = 16 * Mega,
        ["video/3gp"] = 16 * Mega,
        ["audio/aac"] = 16 * Mega,
        ["audio/amr"] = 16 * Mega,
        ["audio/mpeg"] = 16 * Mega,
        ["audio/mp4"] = 16 * Mega,
        ["audio/ogg"] = 16 * Mega,
        ["text/plain"] = 100 * Mega,
        ["application/pdf"] = 100 * Mega,
        ["application/msword"] = 100 * Mega,
        ["application/vnd.ms-excel"] = 100 * Mega,
        ["application/vnd.ms-powerpoint"] = 100 * Mega,
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = 100 * Mega,
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = 100 * Mega,
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation"] = 100 * Mega,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for a type that is not taken.</summary>
    public static long? MaxBytes(MediaTypeHeaderValue type) =>
        type.MediaType is { } name && MaxBytesByType.TryGetValue(name, out var max) ? max : null;

    public static InvalidMediaException TypeNotTaken(string mimeType) =>
        new("The platform does not take files of this type; switch validation off to try it all the same.", mimeType);

    public static InvalidMediaException Empty(string mimeType, long maxBytes) =>
        new("The file is empty.", mimeType) { MaxBytes = maxBytes, ActualBytes = 0 };

    public static InvalidMediaException TooLarge(string mimeType, long maxBytes, long? actualBytes) =>
        new(actualBytes is null
            ? $"The file has more than the {maxBytes} bytes the platform takes of this type."
            : $"The file has {actualBytes} bytes; the platform takes {maxBytes} of this type.", mimeType)
        { MaxBytes = maxBytes, ActualBytes = actualBytes };
}
