namespace WhatsApp.Emulator;

/// <summary>Lists of rows and of products: sections, totals and unique ids.</summary>
internal static class ListRules
{
    public static void Check(Param action)
    {
        action.AllowOnly("button", "sections");
        action.NeedLabel("button", 20);
        var sections = action.NeedItems("sections", 1, 10);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in sections)
        {
            section.AllowOnly("title", "rows");
            CheckTitle(section, sections.Count);
            foreach (var row in section.NeedItems("rows", 1, 10))
                CheckRow(row, ids);
        }

        if (ids.Count > 10)
            throw new GraphException(GraphError.Invalid($"Param {action.Path}['sections'] has {ids.Count} rows in total, at most 10 are allowed."));
    }

    public static void CheckProducts(Param action)
    {
        action.NeedText("catalog_id", 200);
        var sections = action.NeedItems("sections", 1, 10);
        var total = 0;
        foreach (var section in sections)
        {
            CheckTitle(section, sections.Count);
            foreach (var item in section.NeedItems("product_items", 1, 30))
            {
                item.NeedText("product_retailer_id", 200);
                total++;
            }
        }

        if (total > 30)
            throw new GraphException(GraphError.Invalid($"Param {action.Path}['sections'] has {total} products in total, at most 30 are allowed."));
    }

    private static void CheckTitle(Param section, int sections)
    {
        if (sections > 1 || section.FindText("title", 24) is { Length: > 0 })
            section.NeedLabel("title", 24);
    }

    private static void CheckRow(Param row, HashSet<string> ids)
    {
        row.AllowOnly("id", "title", "description");
        if (!ids.Add(row.NeedLabel("id", 200)))
            throw new GraphException(GraphError.Invalid($"Param {row.Path}['id'] is used twice."));
        row.NeedLabel("title", 24);
        row.FindText("description", 72);
    }
}
