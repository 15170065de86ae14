namespace Shopify.Client;

/// <summary>What makes two reads identical.</summary>
internal sealed class FlightKey : IEquatable<FlightKey>
{
    private readonly GraphQLCall _call;
    private readonly long _writes;
    private readonly int _hash;

    public FlightKey(GraphQLCall call, long writes)
    {
        _call = call;
        _writes = writes;
        var hash = default(HashCode);
        hash.Add(call.Bucket.GetHashCode());
        hash.Add(call.Shop.AccessToken.GetHashCode(StringComparison.Ordinal));
        hash.Add(call.Operation.GetHashCode());
        hash.Add((int)call.Priority);
        hash.Add((int)writes);
        hash.AddBytes(call.Variables.Span);
        _hash = hash.ToHashCode();
    }

    public bool Equals(FlightKey? other) =>
        other is not null
        && _hash == other._hash
        && _writes == other._writes
        && _call.Bucket == other._call.Bucket
        && _call.Shop.AccessToken == other._call.Shop.AccessToken
        && ReferenceEquals(_call.Operation, other._call.Operation)
        && _call.Priority == other._call.Priority
        && _call.Variables.Span.SequenceEqual(other._call.Variables.Span);

    public override bool Equals(object? obj) => Equals(obj as FlightKey);

    public override int GetHashCode() => _hash;
}
