using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Shopify.Emulator.Graph;
using Shopify.Emulator.OAuth;
using Shopify.Emulator.Webhooks;

namespace Shopify.Emulator.Billing;

/// <summary>A line of a subscription: a fixed price per period, or usage up to a cap.</summary>
internal sealed record PlanLine(long Id, bool IsUsage, Money Price, string Interval, string? Terms)
{
    public string Gid => $"gid://shopify/AppSubscriptionLineItem/{Id.ToString(CultureInfo.InvariantCulture)}?v=1&index=0";
}

/// <summary>What the merchant pays for the app.</summary>
internal sealed record AppCharge(long Id, string Name, string ReturnUrl, bool Test, int TrialDays, string Key, DateTimeOffset CreatedAt, IReadOnlyList<PlanLine> Lines)
{
    public string Status { get; init; } = "PENDING";

    public DateTimeOffset UpdatedAt { get; init; } = CreatedAt;

    public DateTimeOffset? ActivatedAt { get; init; }

    public DateTimeOffset? CurrentPeriodEnd => ActivatedAt?.AddDays(TrialDays + (Lines.Any(static l => l.Interval == "ANNUAL") ? 365 : 30));
}

/// <summary>App subscriptions of one shop: made by the app, accepted or declined by the merchant on a page.</summary>
internal sealed class BillingBook(EmulatedShop shop)
{
    private const long FirstId = 29_410_300_001;

    private readonly Lock _gate = new();
    private ImmutableList<AppCharge> _all = [];

    public IReadOnlyList<AppCharge> All => Volatile.Read(ref _all);

    public IEnumerable<AppCharge> Active => All.Where(static c => c.Status == "ACTIVE");

    public AppCharge? Find(long? id) => All.FirstOrDefault(c => c.Id == id);

    public string ConfirmationUrl(AppCharge charge) =>
        $"{shop.Url}/admin/charges/{charge.Id.ToString(CultureInfo.InvariantCulture)}/confirm?signature={charge.Key}";

    public Answer Create(FieldScope scope)
    {
        if (scope.Has("replacementBehavior") && scope.Text("replacementBehavior") != "STANDARD") throw GraphError.Unsupported("argument replacementBehavior");
        var lines = scope.Objects("lineItems");
        if (lines.Count == 0) return Answer.Refused(new UserError(["lineItems"], "At least one line item is required"));
        if (!Uri.TryCreate(scope.Text("returnUrl"), UriKind.Absolute, out var back)) return Answer.Refused(new UserError(["returnUrl"], "Return url is invalid"));
        List<PlanLine> plans = [];
        foreach (var (index, line) in lines.Index())
        {
            var plan = line.Object("plan")!;
            var (recurring, usage) = (plan.Object("appRecurringPricingDetails"), plan.Object("appUsagePricingDetails"));
            recurring?.RefuseUnmodelled("AppRecurringPricingInput", "discount");
            if (recurring is null == usage is null)
                return Answer.Refused(new UserError(["lineItems", index.ToString(CultureInfo.InvariantCulture), "plan"], "Exactly one pricing detail is required"));
            var money = (recurring?.Object("price") ?? usage!.Object("cappedAmount"))!;
            if (money.Amount("amount") is not > 0) return Answer.Refused(new UserError(["lineItems"], "Price must be greater than 0"));
            plans.Add(new(((FirstId + All.Count) * 10) + index, usage is not null, new(money.Amount("amount")!.Value, money.Text("currencyCode")!),
                recurring?.Text("interval") ?? "EVERY_30_DAYS", usage?.Text("terms")));
        }

        lock (_gate)
        {
            var charge = new AppCharge(FirstId + _all.Count, scope.Text("name")!, back.AbsoluteUri, scope.Flag("test"), scope.Number("trialDays") ?? 0, Secrets.Hex(), shop.Now(), plans);
            _all = _all.Add(charge);
            return Answer.Of(("appSubscription", charge), ("confirmationUrl", ConfirmationUrl(charge)));
        }
    }

    /// <summary>The merchant's answer. A new subscription replaces the active one.</summary>
    public AppCharge? Decide(long id, string key, bool accepts)
    {
        lock (_gate)
        {
            if (Find(id) is not { Status: "PENDING" } charge || !Secrets.Same(key, charge.Key)) return null;
            if (accepts)
                foreach (var old in Active.ToList()) Set(old, "CANCELLED");
            return Set(charge, accepts ? "ACTIVE" : "DECLINED");
        }
    }

    public AppCharge? Cancel(long? id)
    {
        lock (_gate) return Find(id) is { Status: "ACTIVE" or "PENDING" } charge ? Set(charge, "CANCELLED") : null;
    }

    public void CancelAll()
    {
        lock (_gate)
            foreach (var charge in All.Where(static c => c.Status is "ACTIVE" or "PENDING").ToList())
                _all = _all.Replace(charge, charge with { Status = "CANCELLED" });
    }

    private AppCharge Set(AppCharge charge, string status)
    {
        var changed = charge with { Status = status, UpdatedAt = shop.Now(), ActivatedAt = status == "ACTIVE" ? shop.Now() : charge.ActivatedAt };
        _all = _all.Replace(charge, changed);
        shop.Publish("app_subscriptions/update", new JsonObject
        {
            ["app_subscription"] = new JsonObject
            {
                ["admin_graphql_api_id"] = Gid.Of("AppSubscription", changed.Id),
                ["name"] = changed.Name,
                ["status"] = changed.Status,
                ["admin_graphql_api_shop_id"] = Gid.Of("Shop", shop.Id),
                ["created_at"] = RestShape.Time(shop, changed.CreatedAt),
                ["updated_at"] = RestShape.Time(shop, changed.UpdatedAt),
                ["currency"] = changed.Lines[0].Price.CurrencyCode,
            },
        });
        return changed;
    }
}
