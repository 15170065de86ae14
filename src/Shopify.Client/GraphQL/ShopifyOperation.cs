using System.Text.Json;

namespace Shopify.Client;

/// <summary>What all operations have in common; make a <see cref="ShopifyOperation{TVariables, TData}"/>.</summary>
public abstract class ShopifyOperation
{
    private protected ShopifyOperation(string document, string operationName, bool isMutation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(document);
        ArgumentException.ThrowIfNullOrWhiteSpace(operationName);
        if (!document.Contains(operationName, StringComparison.Ordinal))
            throw new ArgumentException($"The document has no operation named '{operationName}'.", nameof(operationName));
        Document = document;
        OperationName = operationName;
        IsMutation = isMutation;
        RequestHead = WriteHead(document, operationName);
    }

    /// <summary>The GraphQL text.</summary>
    public string Document { get; }

    /// <summary>The name sent as <c>operationName</c>; also the name of spans and metrics.</summary>
    public string OperationName { get; }

    /// <summary>Whether this changes something.</summary>
    public bool IsMutation { get; }

    /// <summary>
    /// True for a mutation that may run twice without harm (set, upsert, delete, subscribe); it is then repeated like a query. Default false.
    /// </summary>
    public bool IsIdempotent { get; init; }

    /// <summary>
    /// The access scopes without which Shopify refuses the operation or leaves out a part of the answer. Default none: not told.
    /// </summary>
    public IReadOnlyList<string> RequiredScopes { get; init; } = [];

    /// <summary>
    /// What the operation asks for at most, in query-cost points, until Shopify's answers have told; 0 to 1,000. Null (the default): until the first
    /// answer only two are sent at a time to a shop, otherwise ten. What was learnt replaces it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less than 0 or more than 1,000, which Shopify never lets run.</exception>
    public double? EstimatedCost
    {
        get;
        init
        {
            if (value is { } points)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(points);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(points, 1000);
            }

            field = value;
        }
    }

    internal bool IsReplayable => !IsMutation || IsIdempotent;

    /// <summary>The request up to its variables, written once.</summary>
    internal ReadOnlyMemory<byte> RequestHead { get; }

    private static byte[] WriteHead(string document, string operationName) =>
        [
            .. "{\"query\":\""u8, .. JsonEncodedText.Encode(document).EncodedUtf8Bytes,
            .. "\",\"operationName\":\""u8, .. JsonEncodedText.Encode(operationName).EncodedUtf8Bytes,
            .. "\",\"variables\":"u8,
        ];
}
