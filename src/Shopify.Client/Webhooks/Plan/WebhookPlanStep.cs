namespace Shopify.Client;

/// <summary>One thing a <see cref="WebhookPlan"/> would do.</summary>
public abstract record WebhookPlanStep
{
    private WebhookPlanStep()
    {
    }

    /// <summary>Makes a subscription that is missing.</summary>
    /// <param name="Spec">What is wanted.</param>
    public sealed record Create(WebhookSpec Spec) : WebhookPlanStep;

    /// <summary>Changes a subscription of ours that differs from what is wanted.</summary>
    /// <param name="Existing">As it is now.</param>
    /// <param name="Spec">As it is wanted.</param>
    public sealed record Update(WebhookSubscription Existing, WebhookSpec Spec) : WebhookPlanStep;

    /// <summary>Deletes a subscription of ours that nothing wants.</summary>
    /// <param name="Existing">As it is now.</param>
    public sealed record Delete(WebhookSubscription Existing) : WebhookPlanStep;
}
