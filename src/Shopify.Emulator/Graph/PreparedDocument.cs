using System.Collections.Concurrent;
using GraphQLParser.AST;

namespace Shopify.Emulator.Graph;

/// <summary>A parsed and checked document with the operation to run, or what is wrong with it.</summary>
internal sealed record PreparedDocument(GraphQLDocument? Document, GraphQLOperationDefinition? Operation, IReadOnlyList<GraphError> Errors);

/// <summary>
/// Documents that were seen before. Apps send the same few texts over and over, and parsing and checking them costs more than answering.
/// </summary>
internal sealed class DocumentCache
{
    private const int Capacity = 500;
    private readonly ConcurrentDictionary<(string Query, string? Operation), PreparedDocument> _known = [];

    public bool TryGet(GraphRequest request, out PreparedDocument? prepared) => _known.TryGetValue((request.Query, request.OperationName), out prepared);

    public PreparedDocument Add(GraphRequest request, PreparedDocument prepared)
    {
        // Texts with values written into them would fill any cache; starting over is cheap.
        if (_known.Count >= Capacity) _known.Clear();
        return _known.GetOrAdd((request.Query, request.OperationName), prepared);
    }
}
