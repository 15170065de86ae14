using Shopify.Emulator.Billing;
using Shopify.Emulator.OAuth;

namespace Shopify.Emulator.Graph.Admin;

/// <summary>App subscriptions, uninstalling and giving scopes back.</summary>
internal static class BillingFields
{
    public static void Add(GraphModel model)
    {
        model.Type<GraphCall>("Mutation")
            .Field("appSubscriptionCreate", static (call, scope) => call.Shop.Billing.Create(scope))
            .Field("appSubscriptionCancel", static (call, scope) => scope.Flag("prorate") ? throw GraphError.Unsupported("argument prorate")
                : call.Shop.Billing.Cancel(Lookup.Number(scope.Text("id"), "AppSubscription")) is { } cancelled ? Answer.Of(("appSubscription", cancelled))
                : Answer.Refused(new UserError(["id"], "Couldn't find RecurringApplicationCharge")))
            .Field("appUninstall", static (call, _) =>
            {
                var app = new AppRow(call);
                call.Shop.Uninstall();
                return Answer.Of(("app", app));
            })
            .Field("appRevokeAccessScopes", static (call, scope) => Revoke(call, scope.Texts("scopes")));
        model.Payload("AppSubscriptionCreatePayload", "appSubscription", "confirmationUrl");
        model.Payload("AppSubscriptionCancelPayload", "appSubscription");
        model.Payload("AppUninstallPayload", "app");
        model.Payload("AppRevokeAccessScopesPayload", "revoked");
        model.CodedError("AppUninstallAppUninstallError");
        model.CodedError("AppRevokeAccessScopesAppRevokeScopeError");
        model.Type<AppCharge>("AppSubscription")
            .Field("id", static c => Gid.Of("AppSubscription", c.Id))
            .Field("name", static c => c.Name)
            .Field("status", static c => c.Status)
            .Field("test", static c => c.Test)
            .Field("trialDays", static c => c.TrialDays)
            .Field("returnUrl", static c => c.ReturnUrl)
            .Field("createdAt", static c => c.CreatedAt)
            .Field("currentPeriodEnd", static c => c.CurrentPeriodEnd)
            .Field("lineItems", static c => c.Lines);
        model.Type<PlanLine>("AppSubscriptionLineItem")
            .Field("id", static l => l.Gid)
            .Field("plan", static l => new PlanRow(l));
        model.Type<PlanRow>("AppPlanV2").Field("pricingDetails", static p => p.Line.IsUsage ? new UsageRow(p.Line) : new RecurringRow(p.Line));
        model.Type<RecurringRow>("AppRecurringPricing")
            .Field("interval", static r => r.Line.Interval)
            .Field("price", static r => r.Line.Price)
            .Field("planHandle", static _ => null)
            .Field("discount", static _ => null);
        model.Type<UsageRow>("AppUsagePricing")
            .Field("interval", static u => u.Line.Interval)
            .Field("terms", static u => u.Line.Terms)
            .Field("cappedAmount", static u => u.Line.Price)
            .Field("balanceUsed", static u => u.Line.Price with { Amount = 0 });
    }

    private static Answer Revoke(GraphCall call, IReadOnlyList<string> scopes)
    {
        var held = call.Shop.Tokens.CurrentScopes!;
        if (scopes.Any(s => !held.HasAll([s])))
            return Answer.Refused(new UserError(["scopes"], "The requested list of scopes to revoke includes invalid handles.", "UNKNOWN_SCOPES"));
        if (scopes.Any(s => !held.Compressed.Contains(s)))
            return Answer.Refused(new UserError(["scopes"], "Implied scopes cannot be revoked.", "CANNOT_REVOKE_IMPLIED_SCOPES"));
        call.Shop.Tokens.Narrow(new GrantedScopes(held.Compressed.Except(scopes)));
        call.Shop.PublishScopes(held);
        return Answer.Of(("revoked", scopes));
    }

    private sealed record PlanRow(PlanLine Line);

    private sealed record RecurringRow(PlanLine Line);

    private sealed record UsageRow(PlanLine Line);
}
