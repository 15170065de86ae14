namespace Shopify.Client;

/// <summary>
/// The way from the subscriptions a shop has to those an app wants. Making a plan changes nothing; applying it twice does nothing the second time.
/// What is not ours by <see cref="WebhookOwnership"/> is left alone, always.
/// </summary>
/// <remarks>Read the shop and plan with <see cref="ShopifyAdmin.PlanWebhooksAsync"/>, apply with <see cref="ShopifyAdmin.ApplyWebhooksAsync"/>.</remarks>
public sealed class WebhookPlan
{
    private WebhookPlan(IReadOnlyList<WebhookPlanStep> steps, IReadOnlyList<WebhookSubscription> leftAlone) => (Steps, LeftAlone) = (steps, leftAlone);

    /// <summary>What would be done, in this order: changes, new ones, deletions.</summary>
    public IReadOnlyList<WebhookPlanStep> Steps { get; }

    /// <summary>What is there, not wanted, and stays: not ours, or ours while deletions were not asked for.</summary>
    public IReadOnlyList<WebhookSubscription> LeftAlone { get; }

    /// <summary>Whether all is as wanted.</summary>
    public bool IsEmpty => Steps.Count == 0;

    /// <summary>Compares.</summary>
    /// <param name="wanted">What the app wants; no topic twice for one address and filter.</param>
    /// <param name="existing">What the shop has.</param>
    /// <param name="ownership">Which of those may be changed.</param>
    /// <param name="deleteUnwanted">Whether to delete those of ours that nothing wants. Default false.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">Two wanted ones are the same, or share a name.</exception>
    public static WebhookPlan Make(
        IEnumerable<WebhookSpec> wanted, IEnumerable<WebhookSubscription> existing, WebhookOwnership ownership, bool deleteUnwanted = false)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(existing);
        ArgumentNullException.ThrowIfNull(ownership);
        var specs = wanted.ToList();
        ThrowIfAmbiguous(specs);

        // The closest match first, so that a renamed or filtered twin does not take another's place.
        var left = existing.ToList();
        var open = new List<WebhookSpec>(specs);
        var updates = new List<WebhookPlanStep>();
        Match(open, left, static (spec, there) => IsSamePlace(spec, there) && SameText(spec.Filter, there.Filter), ownership, updates);
        Match(open, left, (spec, there) => spec.Name is not null && spec.Name == there.Name && spec.Topic == there.Topic && ownership.Owns(there), ownership, updates);
        Match(open, left, (spec, there) => IsSamePlace(spec, there) && ownership.Owns(there), ownership, updates);

        var unwanted = deleteUnwanted ? left.Where(ownership.Owns).ToList() : [];
        return new WebhookPlan(
            [.. updates, .. open.Select(static spec => new WebhookPlanStep.Create(spec)), .. unwanted.Select(static there => new WebhookPlanStep.Delete(there))],
            [.. left.Except(unwanted)]);
    }

    private static void Match(
        List<WebhookSpec> open, List<WebhookSubscription> left, Func<WebhookSpec, WebhookSubscription, bool> fits, WebhookOwnership ownership, List<WebhookPlanStep> updates)
    {
        foreach (var spec in open.ToList())
        {
            if (left.Find(there => fits(spec, there)) is not { } found)
                continue;
            open.Remove(spec);
            left.Remove(found);

            // One that is not ours but sends what we want already would refuse a twin: it does as it is.
            if (ownership.Owns(found) && !IsAsWanted(spec, found))
                updates.Add(new WebhookPlanStep.Update(found, spec));
        }
    }

    private static bool IsAsWanted(WebhookSpec spec, WebhookSubscription there) =>
        IsSamePlace(spec, there)
        && SameText(spec.Filter, there.Filter)
        && (spec.Name is null || spec.Name == there.Name)
        && SameSet(spec.IncludeFields, there.IncludeFields)
        && SameSet(spec.MetafieldNamespaces, there.MetafieldNamespaces);

    private static bool IsSamePlace(WebhookSpec spec, WebhookSubscription there) => spec.Topic == there.Topic && spec.Uri == there.Uri;

    private static bool SameText(string? one, string? other) => (one ?? "") == (other ?? "");

    private static bool SameSet(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.ToHashSet(StringComparer.Ordinal).SetEquals(other);

    private static void ThrowIfAmbiguous(List<WebhookSpec> specs)
    {
        if (specs.GroupBy(static spec => (spec.Topic, spec.Uri, spec.Filter ?? "")).FirstOrDefault(static group => group.Count() > 1) is { } twins)
            throw new ArgumentException($"{twins.Key.Topic} is wanted twice for the same address and filter.", nameof(specs));
        if (specs.Where(static spec => spec.Name is not null).GroupBy(static spec => spec.Name).FirstOrDefault(static group => group.Count() > 1) is { } named)
            throw new ArgumentException($"Two wanted subscriptions are named '{named.Key}'.", nameof(specs));
    }
}
