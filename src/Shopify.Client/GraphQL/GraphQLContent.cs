using System.Net;

namespace Shopify.Client;

/// <summary>A request body made of the operation's own bytes and those of the variables; the same parts serve every attempt.</summary>
internal sealed class GraphQLContent : HttpContent
{
    private static readonly ReadOnlyMemory<byte> End = "}"u8.ToArray();
    private readonly ReadOnlyMemory<byte> _head;
    private readonly ReadOnlyMemory<byte> _variables;

    public GraphQLContent(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> variables)
    {
        _head = head;
        _variables = variables;
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_head, cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(_variables, cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(End, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _head.Length + _variables.Length + End.Length;
        return true;
    }
}
