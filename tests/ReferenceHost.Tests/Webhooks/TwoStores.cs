namespace ReferenceHost.Tests.Webhooks;

/// <summary>Tests that share one host; they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class TwoStores : ICollectionFixture<TwoStoresHost>
{
    public const string Name = "two stores";
}
