namespace Shopify.Client;

/// <summary>An answer with HTTP status 200, its bytes, and the facts from its headers.</summary>
internal sealed class SentAnswer(PooledBody body, GraphQLAnswer content)
{
    public PooledBody Body { get; } = body;

    public GraphQLAnswer Content { get; } = content;

    public ReadOnlySpan<byte> Data => Body.Span[Content.Data];

    public string? RequestId { get; init; }

    public string? ApiVersion { get; init; }

    public string? Deprecation { get; init; }
}
