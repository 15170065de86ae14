namespace WhatsApp.Client.AspNetCore;

/// <summary>Who owns a change, and which secrets may have signed it.</summary>
public sealed class WebhookRoute
{
    private WebhookRoute()
    {
    }

    /// <summary>Routes a change to its owner.</summary>
    /// <param name="appSecrets">
    /// App secrets of exactly this owner, several while one is being replaced. With none nothing is accepted for this owner.
    /// </param>
    /// <param name="owner">Passed on with the events; null if there is only one owner.</param>
    public WebhookRoute(IReadOnlyList<string> appSecrets, object? owner = null)
    {
        ArgumentNullException.ThrowIfNull(appSecrets);
        IsKnown = true;
        AppSecrets = appSecrets;
        Owner = owner;
    }

    /// <summary>Nobody here owns the change: it is counted and answered with 200, and not kept.</summary>
    public static WebhookRoute Unknown { get; } = new();

    /// <summary>Whether somebody here owns the change.</summary>
    public bool IsKnown { get; }

    /// <summary>The owner's app secrets. Secret.</summary>
    public IReadOnlyList<string> AppSecrets { get; } = [];

    /// <summary>The owner, as the handler knows it.</summary>
    public object? Owner { get; }
}
