using System.Net;
using System.Net.Http.Headers;

namespace WhatsApp.Client.Http;

/// <summary>A JSON body that remembers whether a handler ever asked for it: until then nothing can have been sent.</summary>
internal sealed class JsonBody : HttpContent
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly byte[] _json;

    public JsonBody(byte[] json)
    {
        _json = json;
        Headers.ContentType = Json;
    }

    public bool WasAskedFor { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        WasAskedFor = true;
        return stream.WriteAsync(_json, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
