namespace Shopify.Client;

/// <summary>The data of a cart mutation, whose payload has the same shape under a name of its own each time.</summary>
internal interface ICartChange
{
    CartPayloadWire? Payload { get; }
}
