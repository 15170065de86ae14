using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Shopify.Client;

/// <summary>
/// One GraphQL document with the shapes of its variables and its data. Make it once and keep it in a static field.
/// Values reach Shopify only as variables; nothing is ever written into the document's text.
/// </summary>
/// <typeparam name="TVariables">The variables' type.</typeparam>
/// <typeparam name="TData">The type of <c>data</c>; leave members nullable, because a refused field comes back as null.</typeparam>
public sealed class ShopifyOperation<TVariables, TData>
{
    private readonly JsonEncodedText _document;
    private readonly JsonTypeInfo<TVariables> _variables;

    /// <summary>Describes an operation.</summary>
    /// <param name="document">The GraphQL text.</param>
    /// <param name="operationName">The name of the operation to run in it.</param>
    /// <param name="variables">How to write the variables; from a source-generated context.</param>
    /// <param name="data">How to read <c>data</c>; from a source-generated context.</param>
    /// <param name="isMutation">True for a mutation: it is then repeated only when Shopify certainly did not run it.</param>
    /// <exception cref="ArgumentException">The document does not mention the operation name.</exception>
    public ShopifyOperation(
        string document, string operationName, JsonTypeInfo<TVariables> variables, JsonTypeInfo<TData> data, bool isMutation = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(document);
        ArgumentException.ThrowIfNullOrWhiteSpace(operationName);
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(data);
        if (!document.Contains(operationName, StringComparison.Ordinal))
            throw new ArgumentException($"The document has no operation named '{operationName}'.", nameof(operationName));
        Document = document;
        OperationName = operationName;
        IsMutation = isMutation;
        DataInfo = data;
        _variables = variables;
        _document = JsonEncodedText.Encode(document);
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

    internal JsonTypeInfo<TData> DataInfo { get; }

    internal bool IsReplayable => !IsMutation || IsIdempotent;

    internal ReadOnlyMemory<byte> WriteRequest(TVariables variables)
    {
        var buffer = new ArrayBufferWriter<byte>(_document.EncodedUtf8Bytes.Length + 256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("query"u8, _document);
            writer.WritePropertyName("variables"u8);
            JsonSerializer.Serialize(writer, variables, _variables);
            writer.WriteString("operationName"u8, OperationName);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
