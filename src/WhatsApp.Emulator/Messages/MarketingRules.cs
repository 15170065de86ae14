namespace WhatsApp.Emulator;

/// <summary>Which of the two edges a marketing template may take.</summary>
internal static class MarketingRules
{
    public static void Check(Param body, string type, EmulatedTemplate? template, EmulatedNumber number, bool isMarketingApi)
    {
        if (!isMarketingApi)
        {
            if (number.Waba.RequiresMarketingApi && template?.Category == "MARKETING")
                throw new GraphException(GraphError.Of(131063, "Marketing templates of this account go through the Marketing Messages API."));
            return;
        }

        body.FindFlag("message_activity_sharing");
        if (!number.Waba.HasSignedMarketingTerms)
            throw new GraphException(GraphError.Of(131055, "The terms of the Marketing Messages API have not been accepted."));
        if (type != "template" || (template is not null && template.Category != "MARKETING"))
            throw new GraphException(GraphError.Unsupported("Only marketing templates can be sent here."));
    }
}
