using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace ShopBot.Dashboard;

/// <summary>Ties forms to the shop whose owner opened them: signed in as somebody else since, they are worth nothing.</summary>
internal sealed class ShopAntiforgery(DashboardSession session) : IAntiforgeryAdditionalDataProvider
{
    public string GetAdditionalData(HttpContext context) => session.ShopOf(context) ?? "";

    public bool ValidateAdditionalData(HttpContext context, string additionalData) => additionalData == (session.ShopOf(context) ?? "");
}
