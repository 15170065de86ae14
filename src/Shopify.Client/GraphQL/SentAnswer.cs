namespace Shopify.Client;

/// <summary>An answer with HTTP status 200 and the facts from its headers.</summary>
internal sealed record SentAnswer(CallContext Call, GraphQLAnswer Answer, string? ApiVersion, string? Deprecation);
