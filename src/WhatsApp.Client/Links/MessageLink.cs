using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>A short link, and its QR code, that opens a conversation with a text filled in.</summary>
/// <param name="Code">Its name in the address.</param>
/// <param name="PrefilledMessage">The text filled in.</param>
public sealed record MessageLink(string Code, string PrefilledMessage)
{
    /// <summary>The link, <c>https://wa.me/message/…</c>; null when the platform did not say.</summary>
    public Uri? DeepLink { get; init; }

    /// <summary>Where the picture of the QR code is, when one was asked for.</summary>
    public Uri? QrImage { get; init; }

    internal static MessageLink? Read(JsonElement node) => node.Text("code") is not { Length: > 0 } code
        ? null
        : new MessageLink(code, node.Text("prefilled_message") ?? "") { DeepLink = node.Address("deep_link_url"), QrImage = node.Address("qr_image_url") };
}
