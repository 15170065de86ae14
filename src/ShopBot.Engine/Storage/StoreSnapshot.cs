using System.ComponentModel;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage;

/// <summary>A store and its Shopify credentials as of one read: what a cache keeps. Every secret in it is encrypted.</summary>
/// <param name="Record">The store.</param>
/// <param name="Shopify">Its Shopify tokens; null when none were ever written.</param>
[ImmutableObject(true)]
public sealed record StoreSnapshot(StoreRecord Record, CredentialRecord? Shopify)
{
    /// <inheritdoc />
    public override string ToString() => $"StoreSnapshot {{ Record = {Record} }}";
}
