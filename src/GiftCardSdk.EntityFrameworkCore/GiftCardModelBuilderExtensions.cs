using GiftCardSdk.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Adds the order journal of GiftCardSdk to a model.</summary>
public static class GiftCardModelBuilderExtensions
{
    private const int WordLength = 32;

    /// <summary>
    /// Adds the tables of the order journal, to be called in <c>OnModelCreating</c>: <c>gift_card_orders</c>, <c>gift_card_leases</c> and
    /// <c>gift_card_settings</c>. A migration of the application creates them. Names and types are fixed here; the application's own naming
    /// conventions do not change them.
    /// </summary>
    /// <param name="modelBuilder">The builder of the application's model.</param>
    /// <param name="schema">The schema of the tables; null for the model's default.</param>
    /// <returns>The builder.</returns>
    public static ModelBuilder AddGiftCardJournal(this ModelBuilder modelBuilder, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        return modelBuilder
            .Entity<OrderRow>(order => Orders(order, schema))
            .Entity<LeaseRow>(lease => Leases(lease, schema))
            .Entity<SettingRow>(setting => Settings(setting, schema));
    }

    private static void Orders(EntityTypeBuilder<OrderRow> order, string? schema)
    {
        order.ToTable("gift_card_orders", schema);
        order.HasKey(row => row.Id).HasName("pk_gift_card_orders");
        order.Property(row => row.Id).HasColumnName("id").HasMaxLength(RowId.Length).IsUnicode(false);
        order.Property(row => row.Provider).HasColumnName("provider").IsOfAnyLength();
        order.Property(row => row.Environment).HasColumnName("environment").HasMaxLength(WordLength);
        order.Property(row => row.Account).HasColumnName("account").IsOfAnyLength();
        order.Property(row => row.Operation).HasColumnName("operation").IsOfAnyLength();
        order.Property(row => row.Reference).HasColumnName("reference").IsOfAnyLength();
        order.Property(row => row.Format).HasColumnName("format");
        order.Property(row => row.Version).HasColumnName("version").IsConcurrencyToken();
        order.Property(row => row.WriteId).HasColumnName("write_id");
        order.Property(row => row.State).HasColumnName("state").HasMaxLength(WordLength).IsUnicode(false);
        order.Property(row => row.Reason).HasColumnName("reason").IsOfAnyLength();
        order.Property(row => row.ProviderKey).HasColumnName("provider_key").IsOfAnyLength();
        order.Property(row => row.Fingerprint).HasColumnName("fingerprint").IsOfAnyLength();
        order.Property(row => row.Delivery).HasColumnName("delivery").HasMaxLength(WordLength);
        order.Property(row => row.Attempt).HasColumnName("attempt");
        order.Property(row => row.IsAmbiguous).HasColumnName("is_ambiguous");
        order.Property(row => row.CreatedAt).HasColumnName("created_at");
        order.Property(row => row.UpdatedAt).HasColumnName("updated_at");
        order.Property(row => row.FirstSentAt).HasColumnName("first_sent_at");
        order.Property(row => row.FirstSentAtProvider).HasColumnName("first_sent_at_provider");
        order.Property(row => row.LastSentAt).HasColumnName("last_sent_at");
        order.Property(row => row.PurgedAt).HasColumnName("purged_at");
        order.Property(row => row.RawStatus).HasColumnName("raw_status").IsOfAnyLength();
        order.Property(row => row.LastErrorCode).HasColumnName("last_error_code").HasMaxLength(WordLength);
        order.Property(row => row.LastProviderCode).HasColumnName("last_provider_code").IsOfAnyLength();
        order.Property(row => row.Owner).HasColumnName("owner").IsOfAnyLength();
        order.Property(row => row.LeaseHolder).HasColumnName("lease_holder").IsOfAnyLength();
        order.Property(row => row.LeaseUntil).HasColumnName("lease_until");
        order.Property(row => row.ProviderOrderIds).HasColumnName("provider_order_ids").IsOfAnyLength();
        order.Property(row => row.OrderIdHash).HasColumnName("order_id_hash").HasMaxLength(RowId.Length).IsUnicode(false);
        order.Property(row => row.Credentials).HasColumnName("credentials").IsOfAnyLength();
        order.Property(row => row.Lines).HasColumnName("lines").IsOfAnyLength();
        order.Property(row => row.LookupCount).HasColumnName("lookup_count");
        order.Property(row => row.Lookups).HasColumnName("lookups").IsOfAnyLength();
        order.Property(row => row.Decision).HasColumnName("decision").IsOfAnyLength();
        // The resolver asks for the few open orders among all finished ones; a purge walks through all, oldest first.
        order.HasIndex(row => new { row.State, row.CreatedAt }, "ix_gift_card_orders_state_created_at");
        order.HasIndex(row => new { row.CreatedAt, row.Id }, "ix_gift_card_orders_created_at_id");
        // A provider's id belongs to one reference.
        order.HasIndex(row => row.OrderIdHash, "ix_gift_card_orders_order_id_hash");
    }

    private static void Leases(EntityTypeBuilder<LeaseRow> lease, string? schema)
    {
        lease.ToTable("gift_card_leases", schema);
        lease.HasKey(row => row.Id).HasName("pk_gift_card_leases");
        lease.Property(row => row.Id).HasColumnName("id").HasMaxLength(RowId.Length).IsUnicode(false);
        lease.Property(row => row.Account).HasColumnName("account").IsOfAnyLength();
        lease.Property(row => row.Holder).HasColumnName("holder").IsOfAnyLength();
        lease.Property(row => row.Until).HasColumnName("until");
    }

    private static void Settings(EntityTypeBuilder<SettingRow> setting, string? schema)
    {
        setting.ToTable("gift_card_settings", schema);
        setting.HasKey(row => row.Name).HasName("pk_gift_card_settings");
        setting.Property(row => row.Name).HasColumnName("name").HasMaxLength(RowId.Length).IsUnicode(false);
        setting.Property(row => row.Value).HasColumnName("value").IsOfAnyLength();
    }

    /// <summary>Nothing that a provider says may be too long to be recorded, whatever length the application gives its own texts.</summary>
    private static void IsOfAnyLength<T>(this PropertyBuilder<T> property) => property.HasMaxLength(-1);
}
