namespace Shopify.Client.Tests.Schemas;

/// <summary>What a schema breaks: each document of the client and of its pages that is no longer valid, or uses what is deprecated now.</summary>
internal sealed record SchemaBreaks(IReadOnlyDictionary<string, string> Broken, IReadOnlyDictionary<string, string> Deprecated)
{
    public static async Task<SchemaBreaks> OfAsync(SchemaFile schema, bool isStorefront, CancellationToken cancellationToken)
    {
        var (broken, deprecated) = (new SortedDictionary<string, string>(StringComparer.Ordinal), new SortedDictionary<string, string>(StringComparer.Ordinal));
        foreach (var (name, (_, text)) in DocumentedOperationTests.All.Where(one => one.Value.IsStorefront == isStorefront))
        {
            var faults = await DocumentRules.CheckAsync(schema, text, cancellationToken);
            if (faults.Count > 0)
                broken[name] = string.Join(" ", faults);
            else if (Deprecations.In(schema, text) is { Count: > 0 } used)
                deprecated[name] = string.Join(", ", used);
        }

        return new SchemaBreaks(broken, deprecated);
    }

    /// <summary>For people: one line per document.</summary>
    public override string ToString() =>
        string.Join('\n', Broken.Select(static one => $"broken: {one.Key}: {one.Value}").Concat(Deprecated.Select(static one => $"deprecated: {one.Key} uses {one.Value}")));
}
