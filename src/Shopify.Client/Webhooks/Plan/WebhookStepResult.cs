namespace Shopify.Client;

/// <summary>What came of one step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Refusals">Why Shopify refused it; empty when it is done, or was done already.</param>
public sealed record WebhookStepResult(WebhookPlanStep Step, IReadOnlyList<ShopifyUserError> Refusals)
{
    /// <summary>Whether things are now as the step wanted them.</summary>
    public bool IsDone => Refusals.Count == 0;
}
