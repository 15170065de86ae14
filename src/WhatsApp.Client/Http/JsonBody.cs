using System.Net;

namespace WhatsApp.Client.Http;

/// <summary>
/// A JSON body that remembers whether a handler ever asked for it: until then nothing can have been sent. The body of a send, and of a change that must
/// not happen twice, can be asked for once only, so that no handler between this client and the wire can make a second one of it.
/// </summary>
internal sealed class JsonBody : HttpContent
{
    private readonly ReadOnlyMemory<byte> _json;
    private readonly bool _onlyOnce;

    public JsonBody(ReadOnlyMemory<byte> json, bool onlyOnce, string? contentType = null)
    {
        (_json, _onlyOnce) = (json, onlyOnce);
        Headers.TryAddWithoutValidation("Content-Type", contentType ?? "application/json");
    }

    public bool WasAskedFor { get; private set; }

    /// <summary>Whether it was copied to where it goes: nobody reads the bytes after that.</summary>
    public bool WasRead { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (WasAskedFor && _onlyOnce)
            throw new InvalidOperationException("A handler of the WhatsApp client tried to send the same message again, or to make another call again that must happen once; remove it, or let it repeat reads only.");
        (WasAskedFor, WasRead) = (true, false);
        await stream.WriteAsync(_json, cancellationToken).ConfigureAwait(false);
        WasRead = true;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
