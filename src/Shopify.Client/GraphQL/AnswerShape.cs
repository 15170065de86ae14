using System.Diagnostics.CodeAnalysis;

namespace Shopify.Client;

/// <summary>Goes along with the mapping of an answer: a value that the schema promises is demanded here, so that its absence is named.</summary>
internal readonly record struct AnswerShape(ShopifyShop Shop, string OperationName)
{
    [return: NotNull]
    public T Need<T>([NotNull] T? value, string field)
        where T : class => value ?? throw AnswerReader.Incomplete(Shop, OperationName, field);
}
