using System.Runtime.CompilerServices;

namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>
    /// Makes a short link and QR code that opens a conversation with this number; at most 2,000 per number.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/business-management-api/qr-codes">QR codes</see>.
    /// </summary>
    /// <param name="prefilledMessage">The text filled in.</param>
    /// <param name="image">What picture of the QR code to make.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<MessageLink> CreateLinkAsync(string prefilledMessage, QrImageFormat image = QrImageFormat.None, CancellationToken cancellationToken = default) =>
        SaveLinkAsync(code: null, prefilledMessage, image, cancellationToken);

    /// <summary>Changes the text that a link fills in.</summary>
    /// <param name="code">The link's code.</param>
    /// <param name="prefilledMessage">The new text.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<MessageLink> ChangeLinkAsync(string code, string prefilledMessage, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        return SaveLinkAsync(code, prefilledMessage, QrImageFormat.None, cancellationToken);
    }

    /// <summary>Lists this number's links, page by page as they are read.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async IAsyncEnumerable<MessageLink> GetLinksAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var node in PagesAsync("links.list", $"{NumberSegment}/message_qrdls", cancellationToken).ConfigureAwait(false))
        {
            if (MessageLink.Read(node) is { } link)
                yield return link;
        }
    }

    /// <summary>Reads one link; null when there is none with this code.</summary>
    /// <param name="code">The link's code.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<MessageLink?> GetLinkAsync(string code, CancellationToken cancellationToken = default) => ReadAsync(
        GraphCall.Get("links.get", $"{NumberSegment}/message_qrdls/{LinkSegment(code)}"),
        static answer => MessageLink.Read(answer.First("data")) ?? MessageLink.Read(answer),
        cancellationToken);

    /// <summary>Deletes a link: it opens nothing any more.</summary>
    /// <param name="code">The link's code.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task DeleteLinkAsync(string code, CancellationToken cancellationToken = default) =>
        DoAsync(GraphCall.Delete("links.delete", $"{NumberSegment}/message_qrdls/{LinkSegment(code)}"), cancellationToken);

    private Task<MessageLink> SaveLinkAsync(string? code, string prefilledMessage, QrImageFormat image, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(prefilledMessage);
        var body = GraphBody.Of(json =>
        {
            json.WriteOptionalText("code"u8, code);
            json.WriteText("prefilled_message"u8, prefilledMessage);
            if (image != QrImageFormat.None)
                json.WriteString("generate_qr_image"u8, image == QrImageFormat.Svg ? "SVG"u8 : "PNG"u8);
        });
        var path = $"{NumberSegment}/message_qrdls";
        return ReadAsync(
            code is null ? GraphCall.PostOnce("links.create", path, body) : GraphCall.Post("links.change", path, body),
            static answer => MessageLink.Read(answer) ?? throw Without("a link", "its code"),
            cancellationToken);
    }

    private static string LinkSegment(string code)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        return GraphCall.Segment(code);
    }
}
