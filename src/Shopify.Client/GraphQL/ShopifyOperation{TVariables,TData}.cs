using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Shopify.Client;

/// <summary>
/// One GraphQL document with the shapes of its variables and its data. Make it once and keep it in a static field: what it costs is remembered
/// with it. Values reach Shopify only as variables; nothing is ever written into the document's text.
/// </summary>
/// <typeparam name="TVariables">The variables' type.</typeparam>
/// <typeparam name="TData">The type of <c>data</c>; leave members nullable, because a refused field comes back as null.</typeparam>
public sealed class ShopifyOperation<TVariables, TData> : ShopifyOperation
{
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
        : base(document, operationName, isMutation)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(data);
        DataInfo = data;
        _variables = variables;
    }

    internal JsonTypeInfo<TData> DataInfo { get; }

    internal byte[] WriteVariables(TVariables variables)
    {
        // Our own types are written by generated code that needs no description of them: the first call comes earlier.
        if (variables is null || _variables.SerializeHandler is not { } write || !ReferenceEquals(_variables.Options, ShopifyJson.Default.Options))
            return JsonSerializer.SerializeToUtf8Bytes(variables, _variables);
        var text = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(text, new JsonWriterOptions { Encoder = _variables.Options.Encoder }))
            write(writer, variables);
        return text.WrittenSpan.ToArray();
    }
}
