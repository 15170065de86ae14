namespace WhatsApp.Emulator;

/// <summary>The edges of one kind of node. An edge ending in <c>/*</c> takes one more path segment.</summary>
/// <param name="wabaOf">The account whose permission counts.</param>
internal sealed class NodeRoutes<TNode>(Func<TNode, EmulatedWaba> wabaOf)
{
    private readonly Dictionary<(string Method, string Edge), (Permission Permission, Func<GraphCall<TNode>, Task<GraphAnswer>> Handle)> _edges = [];

    public void Add(string method, string edge, Permission permission, Func<GraphCall<TNode>, Task<GraphAnswer>> handle) =>
        _edges.Add((method, edge), (permission, handle));

    public void Add(string method, string edge, Permission permission, Func<GraphCall<TNode>, GraphAnswer> handle) =>
        Add(method, edge, permission, call => Task.FromResult(handle(call)));

    public Task<GraphAnswer> RouteAsync(GraphRequest request, Access access, TNode node, CancellationToken cancellationToken)
    {
        var rest = "";
        if (!_edges.TryGetValue((request.Method, request.Edge), out var found))
        {
            var slash = request.Edge.IndexOf('/', StringComparison.Ordinal);
            if (slash < 0 || !_edges.TryGetValue((request.Method, request.Edge[..slash] + "/*"), out found))
                throw Unknown(request);
            rest = request.Edge[(slash + 1)..];
        }

        var waba = wabaOf(node);
        access.Require(found.Permission, waba);
        if (found.Permission == Permission.Management && !waba.ApiCalls.TryTake())
            throw new GraphException(GraphError.Of(80007, "The account has reached its limit of API calls."));
        return found.Handle(new GraphCall<TNode>(request, access, node, rest, cancellationToken));
    }

    private GraphException Unknown(GraphRequest request)
    {
        var isKnown = request.Edge.Length == 0 || _edges.Keys.Any(key => key.Edge == request.Edge);
        return new GraphException(isKnown ? GraphError.NoSuchObject(request.Method, request.Id) : GraphError.UnknownPath("/" + request.Edge));
    }
}
