namespace WhatsApp.Client;

/// <summary>
/// Where a file is and what it should be. See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media">media</see>.
/// </summary>
public sealed record MediaInfo
{
    /// <summary>The file.</summary>
    public required MediaId Id { get; init; }

    /// <summary>
    /// The address of the bytes, good for five minutes and only with the token. It is signed: never log it. The token goes to whatever
    /// host stands here, so take it from the platform only (an answer, or a webhook whose signature was checked).
    /// </summary>
    public required Uri Url { get; init; }

    /// <summary>The type, such as <c>image/jpeg</c>; null when the platform named none.</summary>
    public string? MimeType { get; init; }

    /// <summary>
    /// The SHA-256 of the bytes as the platform wrote it: hexadecimal in answers, Base64 in webhooks. Null when it named none; then a download
    /// is checked by its size only.
    /// </summary>
    public string? Sha256 { get; init; }

    /// <summary>The size in bytes; null when the platform named none.</summary>
    public long? FileSize { get; init; }

    /// <summary>When <see cref="Url"/> stops working; a download asks for a new one then. Null when unknown.</summary>
    public DateTimeOffset? UrlExpiresAt { get; init; }

    /// <summary>The id, the type and the size, without the address.</summary>
    public override string ToString() => $"MediaInfo({Id}, {MimeType}, {FileSize} bytes)";
}
