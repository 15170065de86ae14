using System.Text.Json;

namespace WhatsApp.Client;

public abstract partial record TemplateButton
{
    /// <summary>The picture of a button that opens the catalog.</summary>
    /// <param name="Index">The button's place.</param>
    /// <param name="ThumbnailProductRetailerId">The product whose picture is shown.</param>
    public sealed record Catalog(int Index, string ThumbnailProductRetailerId) : TemplateButton(Index)
    {
        internal override string SubType => "catalog";

        internal override void Check(MessageChecks checks, MessagePath path) =>
            checks.Required($"{path}[0].action.thumbnail_product_retailer_id", ThumbnailProductRetailerId, int.MaxValue);

        internal override void WriteParameters(Utf8JsonWriter writer)
        {
            BeginAction(writer);
            writer.WriteText("thumbnail_product_retailer_id"u8, ThumbnailProductRetailerId);
            EndAction(writer);
        }
    }

    /// <summary>The products behind a button that shows some of the catalog.</summary>
    /// <param name="Index">The button's place.</param>
    /// <param name="ThumbnailProductRetailerId">The product whose picture is shown.</param>
    /// <param name="Sections">One to ten, together at most 30 products.</param>
    public sealed record Mpm(int Index, string ThumbnailProductRetailerId, IReadOnlyList<ProductSection> Sections) : TemplateButton(Index)
    {
        internal override string SubType => "mpm";

        internal override void Check(MessageChecks checks, MessagePath path)
        {
            checks.Required($"{path}[0].action.thumbnail_product_retailer_id", ThumbnailProductRetailerId, int.MaxValue);
            var sections = Sections ?? [];
            checks.Count($"{path}[0].action.sections", sections.Count, 1, 10);
            var products = 0;
            for (var i = 0; i < sections.Count; i++)
            {
                ProductSection.Check(checks, $"{path}[0].action.sections[{i}]", sections[i]);
                products += sections[i]?.ProductRetailerIds?.Count ?? 0;
            }

            checks.Count($"{path}[0].action.sections[].product_items", products, 0, 30);
        }

        internal override void WriteParameters(Utf8JsonWriter writer)
        {
            BeginAction(writer);
            writer.WriteText("thumbnail_product_retailer_id"u8, ThumbnailProductRetailerId);
            ProductSection.WriteAll(writer, Sections);
            EndAction(writer);
        }
    }

    /// <summary>The bill behind a button to review and pay it.</summary>
    /// <param name="Index">The button's place.</param>
    /// <param name="Details">What is to be paid, and how.</param>
    public sealed record OrderDetails(int Index, Client.OrderDetails Details) : TemplateButton(Index)
    {
        internal override string SubType => "order_details";

        internal override void Check(MessageChecks checks, MessagePath path) =>
            Client.OrderDetails.Check(checks, $"{path}[0].action.order_details", Details);

        internal override void WriteParameters(Utf8JsonWriter writer)
        {
            BeginAction(writer);
            Details.Write(writer, "order_details"u8);
            EndAction(writer);
        }
    }
}
