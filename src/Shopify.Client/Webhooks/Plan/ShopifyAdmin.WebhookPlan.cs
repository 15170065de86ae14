namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    /// <summary>Reads the shop's subscriptions and plans the way to what is wanted; changes nothing. Those of the app's TOML file are not seen.</summary>
    /// <param name="wanted">What the app wants.</param>
    /// <param name="ownership">Which existing ones belong to this deployment.</param>
    /// <param name="deleteUnwanted">Whether the plan deletes those of ours that nothing wants. Default false.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The plan; apply it with <see cref="ApplyWebhooksAsync"/>.</returns>
    /// <exception cref="ArgumentException">Two wanted ones are the same, or share a name.</exception>
    /// <exception cref="ShopifyException">A call failed.</exception>
    public async Task<WebhookPlan> PlanWebhooksAsync(
        IReadOnlyList<WebhookSpec> wanted, WebhookOwnership ownership, bool deleteUnwanted = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(ownership);
        var existing = new List<WebhookSubscription>();
        await foreach (var subscription in EnumerateWebhookSubscriptionsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
            existing.Add(subscription);
        return WebhookPlan.Make(wanted, existing, ownership, deleteUnwanted);
    }

    /// <summary>
    /// Does what a plan says, one step after the other. A refused step does not stop the others. Safe to repeat, also after a failure in the middle:
    /// plan again and apply what is left.
    /// </summary>
    /// <param name="plan">The plan, made for this shop.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>What came of each step, in order.</returns>
    /// <exception cref="ShopifyException">A call failed; the steps before it are done.</exception>
    public async Task<IReadOnlyList<WebhookStepResult>> ApplyWebhooksAsync(WebhookPlan plan, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var results = new List<WebhookStepResult>(plan.Steps.Count);
        foreach (var step in plan.Steps)
            results.Add(new WebhookStepResult(step, await ApplyAsync(step, cancellationToken).ConfigureAwait(false)));
        return results;
    }

    private async Task<IReadOnlyList<ShopifyUserError>> ApplyAsync(WebhookPlanStep step, CancellationToken cancellationToken) => step switch
    {
        WebhookPlanStep.Create create => Refusals(
            await CreateWebhookSubscriptionAsync(create.Spec.Topic, create.Spec.ToInput(isNew: true), cancellationToken).ConfigureAwait(false)),
        WebhookPlanStep.Update update => Refusals(
            await UpdateWebhookSubscriptionAsync(update.Existing.Id, update.Spec.ToInput(isNew: false), cancellationToken).ConfigureAwait(false)),
        WebhookPlanStep.Delete delete => IfStillThere(
            await DeleteWebhookSubscriptionAsync(delete.Existing.Id, cancellationToken).ConfigureAwait(false)),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private static IReadOnlyList<ShopifyUserError> Refusals(WebhookSubscriptionChange change) => change.AlreadyExists ? [] : change.UserErrors;

    // Somebody was faster: what should be gone is gone. The entries have no code.
    private static IReadOnlyList<ShopifyUserError> IfStillThere(IReadOnlyList<ShopifyUserError> refusals) =>
        refusals.Any(static refusal => refusal.Message.Contains("does not exist", StringComparison.OrdinalIgnoreCase)) ? [] : refusals;
}
