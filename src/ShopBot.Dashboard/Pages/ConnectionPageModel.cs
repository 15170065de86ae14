using System.ComponentModel;
using ShopBot.Engine.Stores;
using WhatsApp.Client;

namespace ShopBot.Dashboard.Pages;

/// <summary>How a store is connected.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConnectionPageModel
{
    /// <summary>The owner's store.</summary>
    public required Store Store { get; init; }

    /// <summary>What the Cloud API says; null when there are no credentials.</summary>
    public ConnectionReport? Report { get; init; }

    /// <summary>The account's templates; null when they could not be read.</summary>
    public IReadOnlyList<MessageTemplate>? Templates { get; init; }
}
