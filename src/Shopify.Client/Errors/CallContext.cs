using System.Globalization;

namespace Shopify.Client;

/// <summary>What an exception should know about the call it ends, and how to keep the secrets of that call out of its text.</summary>
internal sealed record CallContext(ShopDomain Shop, string OperationName)
{
    public IReadOnlyList<string> Secrets { get; init; } = [];

    public int? StatusCode { get; init; }

    public string? RequestId { get; init; }

    public string Describe(string what)
    {
        var facts = StatusCode is { } status ? string.Create(CultureInfo.InvariantCulture, $" (HTTP {status}") : string.Empty;
        if (RequestId is not null)
            facts += facts.Length == 0 ? $" (request id {RequestId}" : $", request id {RequestId}";
        return Redact($"{OperationName} on {Shop.Value}: {what}{(facts.Length == 0 ? string.Empty : facts + ")")}");
    }

    public ShopifyException Failure(string what) => new(Describe(what))
    {
        Shop = Shop,
        OperationName = OperationName,
        StatusCode = StatusCode,
        RequestId = RequestId,
    };

    public IReadOnlyList<ShopifyGraphQLError> Redact(IReadOnlyList<ShopifyGraphQLError> errors) =>
        errors.Any(error => Redact(error.Message) != error.Message || HoldsSecret(error))
            ? [.. errors.Select(error => error with { Message = Redact(error.Message), Extensions = HoldsSecret(error) ? null : error.Extensions })]
            : errors;

    public string Redact(string text) =>
        Secrets.Aggregate(text, static (rest, secret) => secret.Length == 0 ? rest : rest.Replace(secret, "[secret]", StringComparison.Ordinal));

    private bool HoldsSecret(ShopifyGraphQLError error) =>
        error.Extensions is { } extensions && extensions.GetRawText() is var raw && Redact(raw) != raw;
}
