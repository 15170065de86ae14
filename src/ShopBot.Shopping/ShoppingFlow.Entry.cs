using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Entry;
using ShopBot.Shopping.Events;

namespace ShopBot.Shopping;

/// <content>Customers who come through a link, a code or a button of the shop.</content>
public sealed partial class ShoppingFlow
{
    /// <summary>A reference outranks every word beside it: the name of a product may contain any.</summary>
    private Func<Turn<ShoppingState>, Task> Unless(Func<Turn<ShoppingState>, Task> handler) =>
        turn => EntryReference.Find(turn.Text) is { } reference ? Enter(turn, reference) : handler(turn);

    private Task Enter(Turn<ShoppingState> turn, EntryReference reference)
    {
        turn.Raise(CustomerEntered.Kind, new CustomerEntered(reference.Source, reference.ProductId), ShoppingJson.Default.CustomerEntered);
        return reference.ProductId is { } id ? ShowProduct(turn, new OpenProduct(id)) : Greet(turn);
    }
}
